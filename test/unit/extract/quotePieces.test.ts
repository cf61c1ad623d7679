import assert from 'node:assert/strict';
import { piecesOf } from '../../../src/core/extract/quotes/pieces';
import { allSteps } from '../../../src/core/library/steps';

describe('texts by their pieces', () => {
  const sorted = (list: Iterable<number>) => [...list].sort((a, b) => a - b);
  const cases: [string, texts: string[], text: number, holders: number[], neighbours: number[]][] = [
    ['one that holds another', ['坚持开放合作共赢', '我们坚持开放合作共赢的战略', '另一句话与此无关'], 0, [0, 1], [0, 1]],
    ['one that differs in a letter', ['坚持开放合作共赢', '坚持对外合作共赢', '另一句话与此无关'], 0, [0], [0, 1]],
    ['a piece that comes twice in a text counts once', ['好好好好好好好', '好好好好'], 1, [0, 1], [0, 1]],
    ['too short for a piece', ['三个字', '三个字的'], 0, [], []],
    ['letters outside the basic plane', ['𠮷野𠮷野', '𠮷野𠮷野家'], 0, [0, 1], [0, 1]],
  ];
  for (const [what, texts, text, holders, neighbours] of cases) {
    it(what, () => {
      const pieces = allSteps(piecesOf(texts));
      assert.deepEqual(sorted(pieces.holders(text)), holders);
      assert.deepEqual(sorted(pieces.neighbours(text)), neighbours);
    });
  }

  it('finds among thousands of texts, whose pieces do not fit the first table, what holds each', () => {
    const texts = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(...Array.from({ length: 9 }, (__, k) => 0x4e00 + ((i * 37 + k * k * 101) % 5000))));
    const pieces = allSteps(piecesOf([...texts, ...texts.map((text) => `${text}者`)]));
    for (const number of texts.keys()) assert.ok(pieces.holders(number).includes(number + texts.length), texts[number]);
  });
});
