import assert from 'node:assert/strict';
import { checkContext, checkDraft } from '../../../src/core/check/check';
import type { DraftLanguage } from '../../../src/core/check/types';
import { buildLibrary } from '../../../src/core/library/buildLibrary';
import { silenceComment } from '../../../src/vscode/silence';

const context = checkContext(buildLibrary([], { name: 'none', cut: (text) => [text] }));
const check = (text: string, language: DraftLanguage) => checkDraft(context, { text, language }, { locale: 'zh-cn' }).findings;

describe('a comment that silences', () => {
  const draft = '前文。\n\n约30万人左右参加。\n\n近200余人旁听。\n';
  const cases: readonly (readonly [language: DraftLanguage, reach: 'next' | 'file', left: number, text?: string])[] = [
    ['markdown', 'next', 1], ['markdown', 'file', 0], ['latex', 'next', 1], ['latex', 'file', 0],
    ['markdown', 'file', 0, `---\ntitle: 题\n---\n\n${draft}`], ['markdown', 'next', 1, draft.replaceAll('\n', '\r\n')],
  ];
  for (const [language, reach, left, text = draft] of cases) {
    it(`for the ${reach === 'next' ? 'paragraph' : 'draft'} in ${language}${text === draft ? '' : ', in another form'}`, () => {
      const [finding] = check(text, language);
      assert.ok(finding);
      const made = silenceComment(text, language, finding, reach);
      const after = text.slice(0, made.at) + made.text + text.slice(made.at);
      assert.equal(check(after, language).length, left, after);
      assert.equal(after.replace(made.text, ''), text);
      if (text.startsWith('---')) assert.ok(after.startsWith('---'));
    });
  }
});
