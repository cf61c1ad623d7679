import assert from 'node:assert/strict';
import { isComposing, type Edit } from '../../../src/vscode/composition';

const edit = (rangeOffset: number, rangeLength: number, text: string): Edit => ({ rangeOffset, rangeLength, text });
/** The edits of a composition one after another: whether each looks like a step of one. */
const steps = (before: string, ...edits: Edit[]): boolean[] => edits.map((one, i) => isComposing([one], edits[i - 1], i === 0 ? before : ''));

describe('a composition of an input method', () => {
  it('is seen behind Chinese text, from its first letter to the characters that are chosen', () => {
    assert.deepEqual(steps('我', edit(1, 0, 'c'), edit(1, 1, 'ch'), edit(1, 2, 'chuang'), edit(1, 6, "chuang'xin"), edit(1, 10, '创新')), [true, true, true, true, false]);
  });
  it('is seen at the beginning of a line from its second step', () => {
    assert.deepEqual(steps('', edit(0, 0, 'c'), edit(0, 1, 'ch'), edit(0, 2, '创')), [false, true, false]);
  });
  it('is not seen in English that is typed, in what is pasted, or in several cursors', () => {
    assert.deepEqual(steps(' ', edit(5, 0, 'c'), edit(6, 0, 'h')), [false, false]);
    assert.equal(isComposing([edit(1, 0, '一段粘贴的文字')], undefined, '我'), false);
    assert.equal(isComposing([edit(1, 0, 'c'), edit(9, 0, 'c')], undefined, '我'), false);
    assert.equal(isComposing([edit(1, 1, '')], undefined, '我'), false);
  });
});
