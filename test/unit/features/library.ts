/** A small library for the tests of the features. */
import { createService } from '../../../src/core/createService';
import { buildLibrary } from '../../../src/core/library/buildLibrary';
import type { Library } from '../../../src/core/library/types';
import type { LibraryService } from '../../../src/core/service';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const tokenizer = { name: 'intl', cut: (text: string) => Array.from(segmenter.segment(text), (part) => part.segment) };

export const speech = [
  '开放合作的道路', '',
  '张明主席在开幕式上指出：“开放合作是科技进步的必由之路，封闭起来没有前途。”他强调，要“把‘两个结合’落到实处，让成果惠及各国人民”。', '',
  '2022年，全市研究与试验发展经费投入120亿元，比上年增长8.5%。如图1所示，国际合作论文不断增加。', '',
  '图1 国际合作论文数量', '',
  '国际科技合作是指各国在科学技术领域开展的合作。国际科技合作有利于应对共同挑战。', '',
].join('\n');

export function serviceOf(...texts: string[]): LibraryService {
  return createService(buildLibrary(texts.map((text, i) => ({
    file: `${i}.txt`, text, catalogue: { title: '开放合作的道路', authors: ['甲一'], publication: '某日报', date: '2022-09-10', kind: 'newspaper' },
  })), tokenizer));
}

/** A library of files by name, without a catalogue. */
export function libraryOfTexts(texts: Readonly<Record<string, string>>): Library {
  return buildLibrary(Object.entries(texts).map(([file, text]) => ({ file, text })), tokenizer);
}
