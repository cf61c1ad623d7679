import assert from 'node:assert/strict';
import { chineseDate, citationLine, escapeLatex, sourceNote, type Citable } from '../../../src/core/cite/citation';

const nothing: Citable = { file: 'folder/某文.txt', title: null, authors: [], publication: null, date: null, kind: 'other', details: {} };

describe('citation', () => {
  it('writes what is known by kind (GB/T 7714—2015)', () => {
    const rows: [Partial<Citable>, string][] = [
      [{ kind: 'newspaper', title: '开放之路', authors: ['甲一'], publication: '某日报', date: '2021-05-06', details: { edition: '9' } }, '甲一. 开放之路[N]. 某日报, 2021-05-06(9).'],
      [{ kind: 'journal', title: '评估研究', authors: ['甲一', '乙二', '丙三', '丁四'], publication: '某学报', date: '2020', details: { volume: '35', issue: '5', pages: '611-619', doi: '10.1/x' } }, '甲一, 乙二, 丙三, 等. 评估研究[J]. 某学报, 2020, 35(5): 611-619. DOI: 10.1/x.'],
      [{ kind: 'magazine', title: '专题', publication: '某周刊', date: '2019-03', details: { issue: '3' } }, '专题[J]. 某周刊, 2019(3).'],
      [{ kind: 'book', title: '报告集', authors: ['某中心'], date: '2021', details: { place: '北京', publisher: '某出版社' } }, '某中心. 报告集[M]. 北京: 某出版社, 2021.'],
      [{ kind: 'web', title: '讲话', authors: ['甲一'], date: '2020-09-11', details: { url: 'https://a.example/1' } }, '甲一. 讲话[EB/OL]. (2020-09-11). https://a.example/1.'],
      [{ kind: 'report', title: '公报', authors: ['某局'], date: '2023' }, '某局. 公报[R]. 2023.'],
      [{ kind: 'speech', title: '在大会上的讲话', authors: ['甲一'], date: '2018-05-28' }, '甲一. 在大会上的讲话[Z]. 2018-05-28.'],
      [{ kind: 'journal', title: 'Open science', authors: ['A. One', 'B. Two', 'C. Three', 'D. Four'], publication: 'Review', date: '2020' }, 'A. One, B. Two, C. Three, et al. Open science[J]. Review, 2020.'],
    ];
    for (const [known, expected] of rows) assert.equal(citationLine({ ...nothing, ...known }), expected);
  });

  it('leaves out what is not known, and invents nothing', () => {
    assert.equal(citationLine(nothing), '某文[Z].');
    assert.equal(citationLine({ ...nothing, kind: 'newspaper', title: '开放之路' }), '开放之路[N].');
    assert.equal(citationLine({ ...nothing, kind: 'newspaper', title: '开放之路', details: { edition: '4' } }), '开放之路[N].');
  });

  it('names a source in running text', () => {
    assert.equal(sourceNote({ ...nothing, title: '学习《纲要》', authors: ['甲一', '乙二'], publication: '某日报', date: '2021-05-06' }), '甲一、乙二：《学习〈纲要〉》，《某日报》2021年5月6日');
    assert.equal(sourceNote(nothing), '《某文》');
    assert.equal(chineseDate('2022-06'), '2022年6月');
  });

  it('escapes LaTeX', () => {
    assert.equal(escapeLatex('R&D 10%_{x} \\ ^~'), 'R\\&D 10\\%\\_\\{x\\} \\textbackslash{} \\textasciicircum{}\\textasciitilde{}');
  });
});
