/** Tables of examples for rules that need no library: what is found, what the certain fix makes of it, and what stays silent. */
import assert from 'node:assert/strict';
import { checkContext, checkDraft } from '../../../../src/core/check/check';
import type { DraftLanguage, Finding } from '../../../../src/core/check/types';
import { buildLibrary } from '../../../../src/core/library/buildLibrary';
import { fixed } from '../checked';

const context = checkContext(buildLibrary([], { name: 'none', cut: (text) => [text] }));

/** Findings of one rule, which is asked for by name, so that one that is off by default is heard too. */
export function findingsOf(rule: string, text: string, language: DraftLanguage = 'markdown'): Finding[] {
  const { findings } = checkDraft(context, { text, language }, { locale: 'zh-cn', severities: { [rule]: 'warning' } });
  return findings.filter((finding) => finding.rule === rule);
}

/**
 * `wrong`: the draft; the words underlined, joined by |; what the first fix of each finding makes of it (absent: no fix is offered).
 * `right`: drafts about which the rule says nothing. A fixed draft is right: the rule has nothing more to say of it.
 */
export function table(rule: string, wrong: readonly (readonly [draft: string, underlined: string, made?: string])[], right: readonly string[], language: DraftLanguage = 'markdown'): void {
  describe(rule, () => {
    it('has five examples of either kind', () => assert.ok(wrong.length >= 5 && right.length >= 5, `${wrong.length} wrong, ${right.length} right`));
    for (const [draft, underlined, made] of wrong) {
      it(`finds ${draft}`, () => {
        const findings = findingsOf(rule, draft, language);
        assert.equal(findings.map(({ start, end }) => draft.slice(start, end)).join('|'), underlined);
        if (made === undefined) return assert.deepEqual(findings.flatMap(({ fixes }) => fixes), []);
        const done = findings.reduceRight((text, { fixes }) => fixed(text, fixes[0]), draft);
        assert.equal(done, made);
        assert.deepEqual(findingsOf(rule, done, language).map(({ message }) => message), [], 'a fix leaves nothing to fix');
      });
    }
    for (const draft of right) it(`says nothing of ${draft}`, () => assert.deepEqual(findingsOf(rule, draft, language).map(({ message }) => message), []));
  });
}
