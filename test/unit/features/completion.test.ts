import assert from 'node:assert/strict';
import type { DraftCompletions, InsertOptions } from '../../../src/core/features/types';
import { serviceOf, speech } from './library';

const service = serviceOf(speech);
const opening = '开放合作是科技进步的必由之路，封闭起来没有前途。';

/** What is offered at `|`; accepting the first item gives `accepted`. */
function at(marked: string, options: Partial<InsertOptions> = {}): (DraftCompletions & { readonly accepted: string }) | null {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const answer = service.completeDraft({ text, language: 'markdown' }, offset, 10, { style: 'quotation', language: 'markdown', ...options });
  if (!answer) return null;
  assert.equal(text.slice(answer.replace.start, answer.replace.end), answer.filter);
  const [first] = answer.items;
  assert.ok(first);
  return { ...answer, accepted: text.slice(0, answer.replace.start) + first.insertText + text.slice(answer.replace.end) };
}

/** The words without their full stop, as they stand in a sentence of the writer's. */
const inner = opening.slice(0, -1);

describe('completion in a draft', () => {
  it('completes the longest run of characters that begins something', () => {
    assert.equal(at('我们要看到开放合作是科技|')?.accepted, `我们要看到“${inner}”。`);
    assert.equal(at('我们要加强国际科技合|')?.filter, '国际科技合');
  });

  it('completes between marks without doubling them', () => {
    assert.equal(at('他指出：“开放合作是|”')?.accepted, `他指出：“${opening}”`);
    assert.equal(at('他指出：“开放合作是|')?.accepted, `他指出：“${opening}”`);
    assert.equal(at('他指出：“开放合作是|科技进步的必由之路，封闭起来没有前途。”')?.accepted, `他指出：“${opening}”`);
  });

  it('completes pinyin and initials among Chinese', () => {
    assert.equal(at('我们认为，kfhz|')?.accepted, `我们认为，“${inner}”。`);
    assert.equal(at('“kaifanghezuo|”')?.accepted, `“${opening}”`);
  });

  it('leaves foreign words alone', () => {
    assert.equal(at('The kfhz|'), null);
    assert.equal(at('kf|'), null);
    assert.equal(at('我们KFHZ|'), null);
  });

  it('offers everything behind the trigger, and takes the trigger away', () => {
    assert.equal(at('前文；；kfhz|')?.accepted, `前文“${inner}”。`);
    assert.equal(at('前文;;张明 必由|')?.accepted, `前文“${inner}”。`);
    assert.ok((at('前文；；|')?.items.length ?? 0) > 1);
  });

  it('takes any trigger, in either width, and none where none is wanted', () => {
    assert.equal(at('前文、、kfhz|', { trigger: '、、' })?.accepted, `前文“${inner}”。`);
    assert.equal(at('前文@@kfhz|', { trigger: '＠＠' })?.accepted, `前文“${inner}”。`);
    assert.equal(at('前文；；张明|', { trigger: '' }), null);
    assert.equal(at('前文；；张明|', { trigger: '、、' }), null);
    assert.equal(at('一；；甲；kfhz|')?.filter, 'kfhz');
  });

  it('offers nothing where nothing fits', () => {
    for (const draft of ['|', '无关紧要|', '句子。|', '12|', '开|']) assert.equal(at(draft), null, draft);
  });

  it('brings the footnote along', () => {
    const [first] = at('他说，开放合作是|', { style: 'footnote' })?.items ?? [];
    assert.equal(first?.insertText, `“${inner}”[^1]。`);
    assert.match(first?.appendix ?? '', /\[\^1\]: 甲一\. 开放合作的道路\[N\]/);
  });
});

describe('completion for a prefix', () => {
  const labels = (prefix: string) => service.complete(prefix, 5, { style: 'bare', language: 'markdown' }).map(({ label }) => label);
  it('goes by characters, pinyin and initials', () => {
    for (const prefix of ['开放合作是', 'kaifanghezuoshi', 'kfhzs']) assert.equal(labels(prefix)[0], opening, prefix);
  });
  it('inserts the exact words', () => {
    const [first] = service.complete('kfhzs', 1, { style: 'bare', language: 'markdown' });
    assert.equal(first?.insertText, opening);
    assert.equal(first?.source.raw, opening);
  });
});
