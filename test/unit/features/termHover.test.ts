import assert from 'node:assert/strict';
import { offersOf } from '../../../src/core/features/items';
import { termHover, termIndexOf, termUses } from '../../../src/core/features/termHover';
import { libraryOf } from '../../../src/core/library/buildLibrary';
import { readSource } from '../../../src/core/parse/readSource';
import { foldText } from '../../../src/core/text/fold';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = { name: 'test', cut: (text: string) => [...segmenter.segment(text)].map((s) => s.segment) };
const library = libraryOf([
  readSource({ file: 'b.txt', text: '海洋命运共同体是各国共同的事业。会议期间，李四主席强调：“我们要携手构建海洋命运共同体，共建清洁美丽的海洋。”', catalogue: { date: '2021' } }),
  readSource({ file: 'a.txt', text: '各方愿推动构建海洋命運共同體，保护海洋。', catalogue: { date: '2023' } }),
], words);
const index = termIndexOf(library.terms);

describe('termHover', () => {
  it('tells what the library says of the term under the offset, with exactly its span', () => {
    const draft = '推动构建海洋命运共同体意义重大';
    const hover = termHover(library, index, draft, 6, () => []);
    assert.ok(hover);
    assert.equal(draft.slice(hover.span.start, hover.span.end), '海洋命运共同体');
    assert.equal(hover.definition?.text, '海洋命运共同体是各国共同的事业。');
    assert.equal(hover.definition?.definitionKind, 'is-a');
    assert.ok(hover.definition?.citation);
    assert.equal(hover.count, 3);
    assert.deepEqual(hover.variants, ['海洋命運共同體']);
  });

  it('tells the first and the latest use with their dates, and the other names', () => {
    const hover = termHover(library, index, '推动构建海洋命运共同体意义重大', 6, () => []);
    assert.deepEqual([hover?.first?.date, hover?.first?.file, hover?.latest?.date, hover?.latest?.file], ['2021', 'b.txt', '2023', 'a.txt']);
    assert.deepEqual(hover?.names, [{ form: '海洋命運共同體', kind: 'traditional' }]);
  });

  it('reaches the terms inside a term', () => {
    const two = libraryOf([readSource({ file: 'c.txt', text: '“海洋合作”是指各国在海洋上的合作。“海洋合作中心”是指推动海洋合作的机构。海洋合作中心很好，海洋合作很好。' })], words);
    const names = two.terms.map(({ term }) => term);
    assert.ok(names.includes('海洋合作') && names.includes('海洋合作中心'), names.join(' '));
    const hover = termHover(two, termIndexOf(two.terms), '建设海洋合作中心。', 3, () => []);
    assert.equal(hover?.term, '海洋合作中心');
    assert.deepEqual(hover.nested.map(({ term }) => term), ['海洋合作']);
    assert.equal(hover.first, null);
  });

  it('is silent where no term stands', () => {
    assert.equal(termHover(library, index, '推动构建海洋命运共同体意义重大', 1, () => []), null);
    assert.equal(termHover(library, index, '', 0, () => []), null);
  });

  it('knows a term by any of its forms', () => {
    assert.equal(index.named('海洋命運共同體')?.term, '海洋命运共同体');
    assert.equal(index.named('没有'), null);
  });

  it('lists all uses by date, then file', () => {
    const term = index.named('海洋命运共同体');
    assert.ok(term);
    const dated = termUses(library, term);
    assert.equal(dated.length, 3);
    for (const use of dated) assert.equal(use.raw, library.sources.find((s) => s.file === use.file)?.raw.slice(use.start, use.end));
    const dates = dated.map((use) => library.sources.find((s) => s.file === use.file)?.date ?? '9999');
    assert.deepEqual(dates, [...dates].sort());
  });

  it('finds uses in whatever form they stand', () => {
    const forms = libraryOf([
      readSource({ file: 'd.txt', text: '“头发产业”是指头发的生产。头发产业很好。“R&D中心”是指研究机构。r＆d 中心很好。' }),
      readSource({ file: 'e.txt', text: '各國頭髮產業的發展，與頭髮產業有關的機構，都說明這個問題。' }),
    ], words);
    const found = termIndexOf(forms.terms).named('头发产业');
    assert.ok(found);
    assert.deepEqual([...new Set(termUses(forms, found).map(({ file }) => file))], ['d.txt', 'e.txt']);
  });

  it('asks for quotations that hold the term in any of its forms, and shows them', () => {
    let asked: readonly string[] = [];
    const hover = termHover(library, index, '推动构建海洋命运共同体意义重大', 6, (forms) => { asked = forms; return []; });
    assert.deepEqual(hover?.quotes, []);
    assert.ok(asked.includes(foldText('海洋命运共同体')));
    assert.ok(asked.every((form) => form.length > 1));
  });

  it('finds quotations by their words, the latest first, those without a day last', () => {
    const said = (day: string, words: string) => `${day}张明指出：“${words}”`;
    const of = libraryOf([
      readSource({ file: 'f.txt', text: `${said('2019年5月6日，', '海洋合作要坚持互利共赢的原则。')}\n\n${said('', '海洋合作要坚持开放包容的精神。')}` }),
      readSource({ file: 'g.txt', text: `${said('2021年7月8日，', '深化海洋合作，造福各国人民大众。')}\n\n${said('2022年7月8日，', '科技创新是发展的第一动力源泉。')}` }),
    ], words);
    const offers = offersOf(of), found = (most: number) => offers.quotesWith(['海洋合作', '互利共赢'], most).map(({ evidence }) => evidence.text);
    assert.deepEqual(found(9), ['深化海洋合作，造福各国人民大众。', '海洋合作要坚持互利共赢的原则。', '海洋合作要坚持开放包容的精神。']);
    assert.deepEqual(found(1), ['深化海洋合作，造福各国人民大众。']);
    assert.deepEqual(offers.quotesWith(['航天'], 3), []);
  });
});
