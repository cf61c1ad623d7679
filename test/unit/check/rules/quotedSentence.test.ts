import assert from 'node:assert/strict';
import { checkerOf, fixed } from '../checked';

const check = checkerOf('张明指出：“绿水青山是最大的财富。保护好它，是我们这一代人的责任，也是给后代的礼物。”大家热烈鼓掌。');
const found = (text: string) => check(text).findings.filter(({ rule }) => rule === 'mark.sentence').map((finding) => fixed(text, finding.fixes[0]));

describe('the full stop of a whole sentence that is quoted', () => {
  const cases: readonly (readonly [name: string, draft: string, made?: string])[] = [
    ['stands outside behind a colon', '张明指出：“保护好它，是我们这一代人的责任，也是给后代的礼物”。', '张明指出：“保护好它，是我们这一代人的责任，也是给后代的礼物。”'],
    ['stands inside', '张明指出：“保护好它，是我们这一代人的责任，也是给后代的礼物。”'],
    ['is none: the source goes on', '张明指出：“保护好它，是我们这一代人的责任”。'],
    ['is none: its beginning is left out', '张明指出：“是我们这一代人的责任，也是给后代的礼物”。'],
    ['is the writer\'s: no colon', '张明强调，“保护好它，是我们这一代人的责任，也是给后代的礼物”。'],
    ['is not known: not in the library', '张明指出：“数据要素是新时代的石油，也是新时代的水和电”。'],
  ];
  for (const [name, draft, made] of cases) it(name, () => assert.deepEqual(found(draft), made === undefined ? [] : [made]));
});
