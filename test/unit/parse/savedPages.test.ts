import assert from 'node:assert/strict';
import { readSource } from '../../../src/core/parse/readSource';
import type { Source } from '../../../src/core/library/types';

const read = (...lines: readonly string[]): Source => readSource({ file: 'a.txt', text: lines.join('\n') });
const BODY = '這裡是一段足夠長的正文，說明會議的背景、內容和意義，供測試段落劃分之用，句子完整。';
const kindsOf = (source: Source): string[] => source.paragraphs.map((p) => p.kind);

describe('readSource: saved pages', () => {
  it('finds the title above the particulars in Traditional characters', () => {
    const s = read('首頁 > 新聞 > 正文', '', '港口城市要走在前面', '', '時間:2021-02-23 10:20', '', '來源:海風雜誌', '', '作者:鄭明 許小紅', '', BODY);
    assert.equal(s.title, '港口城市要走在前面');
    assert.deepEqual(s.authors, ['鄭明', '許小紅']);
    assert.equal(s.date, '2021-02-23');
  });
  it('takes no banner, breadcrumb or link bar for title or text', () => {
    const s = read('APP下载', '默认_资讯_首页推荐', '关于2023年港口规划的几点看法', '2023-08-04 21:35:44 来源:某某网', BODY, '关于我们 | 联系我们 | 投稿 | 广告');
    assert.equal(s.title, '关于2023年港口规划的几点看法');
    assert.deepEqual(kindsOf(s), ['boilerplate', 'boilerplate', 'title', 'boilerplate', 'body', 'boilerplate']);
  });
  it('joins a title that stands in two lines', () => {
    const s = read('某某省人民政府关于', '进一步优化港口环境的若干意见', '某政发〔2018〕26号', '各市、县人民政府:', BODY);
    assert.equal(s.title, '某某省人民政府关于进一步优化港口环境的若干意见');
    assert.equal(s.details['number'], '某政发〔2018〕26号');
  });
  it('reads who reports from dateline, byline and foot', () => {
    assert.deepEqual(read('港口會議今日召開', '', '(中央社記者邱國強北京9日電)港口會議今天召開，討論各項計畫。').authors, ['邱國強']);
    assert.deepEqual(read('港口会议今日召开', '', `${BODY}(某某新闻记者 周文 李小红)`).authors, ['周文', '李小红']);
    assert.deepEqual(read('港口会议今日召开', '', '图为会场。新华社记者 周文 摄', BODY).authors, []);
  });
  it('takes names alone above a summary for authors, not for the title', () => {
    const s = read('伯建成 温顺生', '摘 要:本文研究港口。', '文章编号:1001-0475(2020)07-013-07', BODY);
    assert.equal(s.title, null);
    assert.deepEqual(s.authors, ['伯建成', '温顺生']);
    assert.equal(s.date, '2020');
  });
  it('keeps a footnote and a running head out of the paragraph they interrupt', () => {
    const line = '港口的建设关系到全局和长远的发展也关系到每一个人的生活';
    const s = read('港口研究    2023 年第 2 期', '论港口建设', '李 明', ...Array.from({ length: 8 }, () => line), '① 《港口文集》第 6 卷，某某出版社 1999 年版，第 316 页。', '· 12 ·', '港口研究    2023 年第 2 期', line, '也关系到未来。');
    assert.equal(s.paragraphs.filter((p) => p.kind === 'body').length, 1);
    assert.equal(s.title, '论港口建设');
    assert.deepEqual(s.authors, ['李明']);
    assert.equal(s.publication, '港口研究');
  });
  it('takes pinyin notes out that were written with a blank', () => {
    assert.ok(read('論壇開幕', '', '會(huì )議指出，創(chuàng )新是第一動力，要堅持開放，擴大合作，造福各國人民。').paragraphs.some((p) => p.text.startsWith('會議指出，創新是')));
  });
});
