import assert from 'node:assert/strict';
import { createService } from '../../../src/core/createService';
import { buildLibrary } from '../../../src/core/library/buildLibrary';
import { sentenceOf } from '../../../src/core/features/passagesPanel';
import { serviceOf, speech } from './library';

const service = serviceOf(speech, speech);
const ask = (marked: string) => service.passages({ text: marked.replace('|', ''), language: 'markdown' }, marked.indexOf('|'), 5);

describe('panel', () => {
  it('shows the passage that shares the words first, once for the same words in two sources', () => {
    const answer = ask('背景很清楚。国际科技合作有利于应对共同挑战|。以后再说。');
    const [first, ...rest] = answer?.passages ?? [];
    assert.equal(first?.closeness, 'exact');
    assert.ok(first?.text.includes('应对共同挑战'));
    assert.ok(rest.every(({ text }) => text !== first?.text));
    for (const { start, end } of first?.matches ?? []) assert.ok(end > start && end <= (first?.text.length ?? 0));
    assert.deepEqual(answer?.sentence, { start: 6, end: 22 });
  });

  it('shows the better ranked of two editions of the words first', () => {
    const words = '开放合作是科技进步的必由之路，封闭起来没有前途';
    const mirror = { file: 'a.txt', text: `张明主席指出：“${words}。”\n`, catalogue: { title: '转载', rank: 1 } };
    const gazette = { file: 'b.txt', text: `张明主席再次指出：“${words}。”\n`, catalogue: { title: '公报', rank: 5 } };
    for (const files of [[mirror, gazette], [gazette, mirror]]) {
      const editions = createService(buildLibrary(files, { name: 'none', cut: (text) => [text] }));
      const answer = editions.passages({ text: `张明主席指出：“${words}。”`, language: 'markdown' }, 12, 5);
      assert.deepEqual(answer?.passages.map((p) => p.title), ['公报', '转载']);
    }
  });

  it('inserts a sentence that says itself who spoke as it is', () => {
    const asked = ask('开放合作是科技进步的必由之路，封闭起来没有前途|。')?.passages[0];
    assert.ok(asked);
    assert.ok(asked.text.startsWith('张明主席'));
    const inserted = service.insertion(asked.id, { style: 'attributed', language: 'markdown' });
    assert.ok(inserted?.text.startsWith('张明主席在开幕式上指出：“'), inserted?.text);
  });

  it('is silent in an empty line and where nothing fits', () => {
    assert.equal(ask('一句。\n|\n二句。'), null);
    assert.deepEqual(ask('囍囍囍|')?.passages, []);
  });

  it('takes the sentence before where there is too little, and leaves marks of a list out', () => {
    assert.deepEqual(sentenceOf({ text: '国际科技合作很重要。对此，', language: 'markdown' }, 13), { start: 0, end: 13 });
    assert.deepEqual(sentenceOf({ text: '- 国际科技合作很重要。', language: 'markdown' }, 5), { start: 2, end: 12 });
  });
});

describe('hover', () => {
  const hover = (marked: string) => service.hover({ text: marked.replace('|', ''), language: 'markdown' }, marked.indexOf('|'), 'en');

  it('shows a quotation with the words of its source', () => {
    const shown = hover('张明主席指出：“开放合作是科技进步的必由|之路，封闭起来有前途。”');
    assert.equal(shown?.kind, 'quotation');
    assert.ok(shown?.kind === 'quotation' && shown.verdict === 'differs' && shown.sourceWords?.includes('没有前途'));
  });

  it('shows a term exactly, a figure and a picture', () => {
    const term = hover('加强国际科|技合作很重要。');
    assert.ok(term?.kind === 'term' && term.term === '国际科技合作');
    assert.deepEqual(term.span, { start: 2, end: 8 });
    assert.equal(hover('2022年，全市研究与试验发展经费投入1|20亿元。')?.kind, 'figure');
    const picture = hover('见图|1。');
    assert.ok(picture?.kind === 'picture' && picture.caption === '国际合作论文数量');
  });

  it('is silent where the library knows nothing', () => {
    assert.equal(hover('今天天气|很好。'), null);
    assert.equal(hover('|'), null);
  });
});

describe('readable source', () => {
  it('leads each piece back to the raw text', () => {
    const { library } = service;
    const [source] = library.sources;
    assert.ok(source);
    const readable = service.readable(source.file, 'zh-cn');
    assert.ok(readable && readable.pieces.length > 5);
    for (const { at, length, start, end } of readable.pieces) {
      const letters = (text: string) => text.replace(/[\\\s]/g, '');
      assert.equal(letters(readable.markdown.slice(at, at + length)), letters(source.raw.slice(start, end)));
    }
    assert.equal(service.readable('none.txt', 'en'), null);
  });
});

describe('reuse without marks', () => {
  const words = '种树是给后人乘凉的事，急不得也等不得，每一片林子都要有人管';
  const planted = createService(buildLibrary([
    { file: 'a.txt', text: `林业工作会议\n同志们，${words}、有人护。\n`, catalogue: { title: '转载', rank: 1 } },
    { file: 'b.txt', text: `林业工作会议\n同志们，${words}、有人护。\n`, catalogue: { title: '林业工作会议', rank: 4 } },
  ], { name: 'none', cut: (text) => [text] }));
  const reuse = (text: string) => {
    const found = planted.passages({ text, language: 'markdown' }, text.length - 1, 5)?.reuse;
    return found ? [text.slice(found.span.start, found.span.end), found.letters, found.evidence.title] : null;
  };
  it('is told with its words, their number and the best source', () => {
    assert.deepEqual(reuse(`我们认为，${words}。`), [words, 27, '林业工作会议']);
    assert.deepEqual(reuse('大家都说种树是给后人乘凉的事，急不得也等不得，道理不难懂。'), ['种树是给后人乘凉的事，急不得也等不得', 17, '林业工作会议']);
  });
  it('is not told of quotations, of short phrases and of own words', () => {
    for (const text of [`他说：“${words}。”`, '种树是给后人乘凉的事，大家都懂。', '河堤上的柳树是前年栽下的，今年春天已经长过了人头，荫凉很好。', `> ${words}。`]) assert.equal(reuse(text), null, text);
  });
});
