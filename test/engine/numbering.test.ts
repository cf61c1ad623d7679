/** Automatic numbers of paragraphs in Word and OpenDocument. */
import assert from 'node:assert/strict';
import { numeral } from '../../src/engine/formats/listNumbers';
import { numberingOf } from '../../src/engine/formats/numbering';
import { odtNumbering } from '../../src/engine/formats/odtNumbering';

describe('numbers of Word paragraphs', () => {
  for (const [n, format, expected] of [
    [12, 'decimal', '12'], [1, 'chineseCountingThousand', '一'], [10, 'chineseCounting', '十'], [21, 'taiwaneseCountingThousand', '二十一'], [105, 'japaneseCounting', '一百零五'],
    [3, 'ideographTraditional', '丙'], [2, 'decimalEnclosedCircle', '②'], [3, 'decimalFullWidth', '３'], [4, 'upperRoman', 'IV'], [28, 'lowerLetter', 'bb'], [20, 'ideographDigital', '二〇'], [7, 'someNewFormat', '7'],
  ] as const) it(`${n} as ${format}`, () => assert.equal(numeral(n, format), expected));

  const level = (i: number, format: string, text: string, suffix = ''): string => `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${suffix}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '第%1章')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%2.%3', '<w:suff w:val="nothing"/>')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num></w:numbering>`;
  const styles = '<w:styles><w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:styleId="own"><w:basedOn w:val="H1"/></w:style></w:styles>';

  it('counts by level, starts anew below, and follows styles', () => {
    const { next } = numberingOf(numbering, styles);
    const none = { list: null, level: null };
    assert.deepEqual([
      next('own', none), next(null, { list: '5', level: 1 }), next(null, { list: '5', level: 1 }), next(null, { list: '5', level: 2 }), next('H1', none), next(null, { list: '5', level: 1 }),
    ], ['第一章 ', '（一）', '（二）', '一.二.1', '第二章 ', '（一）']);
    assert.deepEqual([next(null, { list: '6', level: 0 }), next('H1', { list: '0', level: null }), next('unknown', none), next(null, { list: '99', level: 3 })], ['', '', '', ''], 'bullets, no number, what is not there');
    assert.equal(next(null, { list: '7', level: 0 }), '第四章 ', 'a list that starts elsewhere');
  });
});

describe('numbers of OpenDocument lists', () => {
  const level = (n: number, format: string, more: string): string => `<text:list-level-style-number text:level="${n}" style:num-format="${format}" ${more}/>`;
  const styles = `<office:styles><text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="章"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>
    <text:list-style style:name="L1">${level(1, '一, 二, 三, ...', 'style:num-suffix="、"')}${level(2, '1', 'text:display-levels="2" style:num-suffix="."')}${level(3, '①, ②, ③, ...', 'loext:num-list-format="%3%"')}</text:list-style>
    <text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style></office:styles>`;

  it('nest, go on in another list, begin anew, and leave headings theirs', () => {
    const n = odtNumbering([styles]);
    const item = (attributes = {}, numbered = true): string => { n.openItem(attributes, numbered); return n.next(null); };
    n.openList({ 'text:style-name': 'L1', 'xml:id': 'a' });
    const first = [item(), n.next(null)];
    n.openList({});
    first.push(item(), item());
    n.openList({});
    first.push(item());
    n.closeList(); n.closeList();
    first.push(item(), item({}, false));
    n.closeList();
    assert.deepEqual(first, ['一、', '', '一.1. ', '一.2. ', '① ', '二、', ''], 'only the first paragraph of an item has a number, and none in a header');
    assert.equal(n.next(null), '', 'outside of lists');
    n.openList({ 'text:style-name': 'L1', 'text:continue-list': 'a' });
    assert.deepEqual([item(), item({ 'text:start-value': '9' })], ['三、', '九、']);
    n.closeList();
    n.openList({ 'text:style-name': 'L1' });
    assert.equal(item(), '一、');
    n.closeList();
    n.openList({ 'text:style-name': 'L2' });
    assert.equal(item(), '', 'a bullet');
    n.closeList();
    assert.deepEqual([n.next(1), n.next(2), n.next(1), n.next(3)], ['第一章 ', '', '第二章 ', '']);
  });
});
