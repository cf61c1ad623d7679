import assert from 'node:assert/strict';
import { fold, foldText } from '../../../src/core/text/fold';
import { scriptOf, toSimplified, toTraditional } from '../../../src/core/text/script';

describe('fold', () => {
  it('drops marks and blanks, folds width, script and case', () => {
    assert.equal(foldText('“國際科技合作, 是大趨勢。”'), '国际科技合作是大趋势');
    assert.equal(foldText('Ｒ＆Ｄ　经费 ２．５４％'), foldText('R&D经费2.54%'));
  });
  it('never drops a digit, a percent sign or a negation', () => {
    assert.notEqual(foldText('增长10.1%'), foldText('增长101'));
    assert.notEqual(foldText('不能'), foldText('能'));
  });
  it('leads back to the unfolded offsets', () => {
    const text = '—“開放”，合作';
    const folded = fold(text);
    assert.equal(folded.text, '开放合作');
    assert.deepEqual([...folded.origin], [2, 3, 6, 7, 8]);
  });
  it('keeps characters outside the basic plane', () => {
    const rare = '\u{20BB7}野家';
    assert.equal(foldText(rare), rare);
  });
  it('bears an empty text and one of marks only', () => {
    assert.deepEqual([...fold('').origin], [0]);
    assert.equal(foldText('……——“”'), '');
  });
});

describe('script', () => {
  it('keeps the length, so that offsets stay', () => {
    const text = '發揮著越來越重要的作用，顯著提高，著名學者';
    const simplified = toSimplified(text);
    assert.equal(simplified.length, text.length);
    assert.equal(simplified, '发挥着越来越重要的作用，显著提高，著名学者');
  });
  it('goes to Traditional', () => assert.equal(toTraditional('国际科技合作'), '國際科技合作'));
  it('tells scripts apart', () => {
    assert.equal(scriptOf('國際合作'), 'zh-Hant');
    assert.equal(scriptOf('国际合作'), 'zh-Hans');
    assert.equal(scriptOf('International cooperation'), 'en');
    assert.equal(scriptOf('123 — 45'), 'und');
  });
});
