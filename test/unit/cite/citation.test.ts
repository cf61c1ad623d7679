import assert from 'node:assert/strict';
import { chineseDate, citationLine, escapeLatex, sourceNote, type Citable } from '../../../src/core/cite/citation';

const nothing: Citable = { file: 'folder/某文.txt', title: null, authors: [], publication: null, date: null, kind: 'other', details: {} };

describe('citation', () => {
  const rows: readonly (readonly [what: string, known: Partial<Citable>, in2015: string, in2025: string])[] = [
    ['a newspaper', { kind: 'newspaper', title: '开放之路', authors: ['甲一'], publication: '某日报', date: '2021-05-06', details: { edition: '9' } },
      '甲一. 开放之路[N]. 某日报, 2021-05-06(9).', '甲一. 开放之路[N]. 某日报，2021-05-06（9）.'],
    ['a newspaper on the web', { kind: 'newspaper', title: '开放之路', authors: ['甲一'], publication: '某日报', date: '2021-05-06', details: { edition: '9', url: 'https://a.example/1' } },
      '甲一. 开放之路[N/OL]. 某日报, 2021-05-06(9). https://a.example/1.', '甲一. 开放之路[N/OL]. 某日报，2021-05-06（9）. https://a.example/1.'],
    ['a journal', { kind: 'journal', title: '评估研究', authors: ['甲一', '乙二', '丙三', '丁四'], publication: '某学报', date: '2020', details: { volume: '35', issue: '5', pages: '611-619', doi: '10.1/x' } },
      '甲一, 乙二, 丙三, 等. 评估研究[J/OL]. 某学报, 2020, 35(5): 611-619. DOI:10.1/x.', '甲一，乙二，丙三，等. 评估研究[J/OL]. 某学报，2020，35（5）：611-619. DOI:10.1/x.'],
    ['a journal without volumes', { kind: 'journal', title: '考略', authors: ['甲一'], publication: '某刊', date: '2013', details: { issue: '1', pages: '56-75' } },
      '甲一. 考略[J]. 某刊, 2013(1): 56-75.', '甲一. 考略[J]. 某刊，2013（1）：56-75.'],
    ['a magazine', { kind: 'magazine', title: '专题', publication: '某周刊', date: '2019-03', details: { issue: '3' } }, '专题[J]. 某周刊, 2019(3).', '专题[J]. 某周刊，2019（3）.'],
    ['a book', { kind: 'book', title: '报告集', authors: ['某中心'], date: '2021', details: { place: '北京', publisher: '某出版社', page: '15' } },
      '某中心. 报告集[M]. 北京: 某出版社, 2021: 15.', '某中心. 报告集[M]. 北京：某出版社，2021：15.'],
    ['a book on the web', { kind: 'book', title: '报告集', authors: ['某中心'], date: '2021', details: { place: '北京', publisher: '某出版社', url: 'https://a.example/2' } },
      '某中心. 报告集[M/OL]. 北京: 某出版社, 2021. https://a.example/2.', '某中心. 报告集[M/OL]. 北京：某出版社，2021. https://a.example/2.'],
    ['a web page', { kind: 'web', title: '讲话', authors: ['甲一'], date: '2020-09-11', details: { url: 'https://a.example/1', accessed: '2021-01-02' } },
      '甲一. 讲话[EB/OL]. (2020-09-11)[2021-01-02]. https://a.example/1.', '甲一. 讲话[EB/OL]. （2020-09-11）[2021-01-02]. https://a.example/1.'],
    ['a report', { kind: 'report', title: '公报', authors: ['某局'], date: '2023' }, '某局. 公报[R]. 2023.', '某局. 公报[R]. 2023.'],
    ['a report on the web', { kind: 'report', title: '白皮书', authors: ['某院'], date: '2023-12-28', details: { url: 'https://a.example/3', accessed: '2024-01-02' } },
      '某院. 白皮书[R/OL]. (2023-12-28)[2024-01-02]. https://a.example/3.', '某院. 白皮书[R/OL]. 2023-12-28. https://a.example/3.'],
    ['a paper of an authority', { kind: 'official', title: '关于某事的通知', authors: ['某部'], date: '2024-02-03', details: { number: '某发〔2024〕5号', place: '北京' } },
      '某部. 关于某事的通知: 某发〔2024〕5号[A]. 北京, 2024-02-03.', '某部. 关于某事的通知：某发〔2024〕5号[A]. 北京，2024-02-03.'],
    ['a speech', { kind: 'speech', title: '在大会上的讲话', authors: ['甲一'], date: '2018-05-28' }, '甲一. 在大会上的讲话[Z]. 2018-05-28.', '甲一. 在大会上的讲话[Z]. 2018-05-28.'],
    ['Latin names', { kind: 'journal', title: 'Open science', authors: ['A. One', 'B. Two', 'C. Three', 'D. Four'], publication: 'Review', date: '2020' },
      'A. One, B. Two, C. Three, et al. Open science[J]. Review, 2020.', 'A. One，B. Two，C. Three，et al. Open science[J]. Review，2020.'],
    ['proceedings', { kind: 'proceedings', title: '论文集', authors: ['某会'], date: '2012', details: { place: '北京', publisher: '某出版社' } },
      '某会. 论文集[C]. 北京: 某出版社, 2012.', '某会. 论文集[C]. 北京：某出版社，2012.'],
    ['a standard', { kind: 'standard', title: 'GB/T 15834—2011 标点符号用法', date: '2011' }, 'GB/T 15834—2011 标点符号用法[S]. 2011.', 'GB/T 15834—2011 标点符号用法[S]. 2011.'],
    ['a law', { kind: 'law', title: '某某法', authors: ['某某会'], date: '2021-12-24' }, '某某会. 某某法[A]. 2021-12-24.', '某某会. 某某法[A]. 2021-12-24.'],
    ['a newspaper without its edition', { kind: 'newspaper', title: '开放之路', publication: '某日报', date: '2021-05-06' }, '开放之路[N]. 某日报, 2021-05-06.', '开放之路[N]. 某日报，2021-05-06.'],
    ['a journal by its volume alone', { kind: 'journal', title: '考略', authors: ['甲一', '乙二', '丙三'], publication: '某刊', date: '2020', details: { volume: '12', page: '7' } },
      '甲一, 乙二, 丙三. 考略[J]. 某刊, 2020, 12: 7.', '甲一，乙二，丙三. 考略[J]. 某刊，2020，12：7.'],
    ['a page whose day of reading is known and whose date is not', { kind: 'web', title: '某馆', details: { url: 'https://a.example/', accessed: '2025-05-06' } },
      '某馆[EB/OL]. [2025-05-06]. https://a.example/.', '某馆[EB/OL]. [2025-05-06]. https://a.example/.'],
    ['a thesis', { kind: 'thesis', title: '某研究', authors: ['甲一'], date: '2000', details: { place: '合肥', publisher: '某大学', page: '17-18' } },
      '甲一. 某研究[D]. 合肥: 某大学, 2000: 17-18.', '甲一. 某研究[D]. 合肥：某大学，2000：17-18.'],
  ];
  for (const [what, known, in2015, in2025] of rows) {
    it(`writes what is known of ${what} in both editions of GB/T 7714`, () => {
      assert.equal(citationLine({ ...nothing, ...known }, '2015'), in2015);
      assert.equal(citationLine({ ...nothing, ...known }, '2025'), in2025);
    });
  }

  it('leaves out what is not known, and invents nothing', () => {
    assert.equal(citationLine(nothing), '某文[Z].');
    assert.equal(citationLine({ ...nothing, kind: 'newspaper', title: '开放之路' }), '开放之路[N].');
    assert.equal(citationLine({ ...nothing, kind: 'newspaper', title: '开放之路', details: { edition: '4' } }), '开放之路[N].');
  });

  it('names a source in running text', () => {
    assert.equal(sourceNote({ ...nothing, title: '学习《纲要》', authors: ['甲一', '乙二'], publication: '某日报', date: '2021-05-06' }), '甲一、乙二：《学习〈纲要〉》，《某日报》2021年5月6日');
    assert.equal(sourceNote(nothing), '某文', 'the name of a file is no title');
    assert.equal(chineseDate('2022-06'), '2022年6月');
  });

  it('escapes LaTeX', () => {
    assert.equal(escapeLatex('R&D 10%_{x} \\ ^~'), 'R\\&D 10\\%\\_\\{x\\} \\textbackslash{} \\textasciicircum{}\\textasciitilde{}');
  });
});
