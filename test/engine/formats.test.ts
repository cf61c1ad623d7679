/** Sources that are no plain text, read from real files: kinds, places, metadata; and files that cannot be read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readOne } from '../../src/core/library/buildLibrary';
import { tablesOf } from '../../src/core/extract/tables';
import type { Source } from '../../src/core/library/types';
import { readFile } from '../../src/engine/files';
import { documentReader, type DocumentReader } from '../../src/engine/formats/reader';
import { cleanUp, dist, temporaryFolder } from './support';

const fixtures = path.resolve('test/fixtures/formats');
const script = path.join(dist, 'formats.js');

describe('formats of sources', function () {
  this.timeout(60_000);
  let reader: DocumentReader;
  before(() => { reader = documentReader({ time: 30_000, memory: 512 }, script); });
  after(() => { reader.close(); });
  afterEach(cleanUp);

  const read = async (file: string, folder = fixtures): Promise<Source> => readOne(await readFile(path.join(folder, file), file, null, undefined, reader));
  const of = (source: Source, kind: string): string[] => source.paragraphs.filter((p) => p.kind === kind).map((p) => p.text);
  const codes = (source: Source): string[] => source.problems.map(({ code }) => code);

  it('gives every word its place, and every removal', async () => {
    for (const file of ['page.html', 'paper.tex', 'figures.csv', 'report.docx', 'notes.odt', 'book.epub', 'figures.xlsx', 'office.docx', 'office.rtf', 'office.odt', 'office.epub', 'redhead.odt', 'redhead.rtf', 'one-column.pdf', 'two-columns.pdf', 'running-heads.pdf', 'office.pdf']) {
      const source = await read(file);
      assert.ok(source.paragraphs.length > 1, file);
      for (const { start, end, raw } of source.removed) assert.equal(source.raw.slice(start, end), raw, file);
      for (const paragraph of source.paragraphs) {
        for (const { index, 0: word } of paragraph.text.matchAll(/[\p{Script=Han}\d]+/gu)) {
          for (let i = 0; i < word.length; i++) {
            const { start, end } = paragraph.map.span({ start: index + i, end: index + i + 1 });
            const raw = source.raw.slice(start, end);
            // A character is its own, or a reference or raised form of it.
            assert.ok(raw.startsWith(word[i] as string) || /^&#\d+;/.test(raw), `${file}: ${word} at ${start}: ${raw}`);
          }
        }
      }
    }
  });

  it('counts in the file itself for HTML, TeX and CSV', async () => {
    for (const file of ['page.html', 'paper.tex', 'figures.csv']) {
      assert.equal((await read(file)).raw, readFileSync(path.join(fixtures, file), 'utf8').replace(/^\ufeff/, ''), file);
    }
  });

  it('reads a page without its furniture', async () => {
    const page = await read('page.html');
    assert.deepEqual([page.title, page.date, page.publication], ['海滨市开放科研设施的做法', '2023-06-18', '海滨科技报']);
    assert.deepEqual(of(page, 'body'), [
      '海滨市自2019年起把政府投资建成的大型科研仪器向全社会开放。市科技局局长李文涛指出：“仪器锁在柜子里，就不会有新的发现；开放出去，才会有新的伙伴。”',
      'R&D经费占比由2.1%升至3.4%，\u00a0共享平台每秒可以处理10⁶条请求。', '第二段由换行分开，前后不应连在一起。',
      '按机时收费，公开标准；', '对中小企业减半收取。', 'The platform is open to everyone, at home and abroad.',
    ]);
    assert.deepEqual(of(page, 'heading'), ['一、怎样收费']);
    assert.deepEqual(of(page, 'table'), ['指标\t2021年\t2022年', '开放仪器（台）\t1200\t1850', '服务企业（家）\t\t430']);
    assert.ok(of(page, 'boilerplate').some((text) => text.startsWith('版权所有')) && of(page, 'boilerplate').includes('相关阅读'));
    assert.ok(page.removed.some(({ reason, raw }) => reason === 'note-mark' && raw === '<sup>[1]</sup>'));
    assert.deepEqual(page.shown?.map(({ picture, caption }) => [picture, caption]), [['images/platform.png', '图1 共享平台的机房']]);
  });

  it('tells content from furniture where nothing is named', async () => {
    const folder = temporaryFolder({
      'columns.html': `<title>以开放促创新 - 海滨网</title><meta property="article:published_time" content="2021-03-04T08:00:00+08:00">
        <div><ul><li><a href=1>时政</a><li><a href=2>评论</a></ul></div>
        <div><div><h2>以开放促创新</h2><div>2021年03月04日　来源：海滨网　作者：王晓明</div>
        <div>开放是创新的前提。<br>　　没有开放，创新就成了无源之水。有人问：“开放会不会吃亏？”答案是否定的。<br>　　过去十年，合作项目由12项增至360项。</div></div>
        <div><h3>热门文章</h3><p><a href=9>一篇很长很长的文章标题在这里出现了</a></p><p>编辑推荐的一段摘要文字，讲的是另外一件事情，与正文没有关系。</p></div></div>`,
      'tables.html': `<title>关于开放的通知</title><table><tr><td><a href=a>首页</a></td><td><a href=b>繁体</a></td></tr></table>
        <table><tr><td><p><b>关于开放的通知</b></p><p>为加强数据开放，现将有关事项通知如下，请各单位遵照执行。</p><p>各单位要按月报送情况，不得拖延，不得漏报。</p></td><td>　</td></tr></table>`,
      'word.html': '<title>讲话</title><div><p><b>在大会上的讲话</b></p><p>今天召开这次大会，主要任务是总结去年的工作，部署今年的任务。</p><h1>一、充分认识\n形势</h1><p>形势逼人，形势催人。</p></div>',
    });
    const columns = await read('columns.html', folder);
    assert.deepEqual([columns.title, columns.authors, columns.date], ['以开放促创新', ['王晓明'], '2021-03-04']);
    assert.deepEqual(of(columns, 'body'), ['开放是创新的前提。', '没有开放，创新就成了无源之水。有人问：“开放会不会吃亏？”答案是否定的。', '过去十年，合作项目由12项增至360项。']);
    const tables = await read('tables.html', folder);
    assert.deepEqual([tables.title, of(tables, 'body').length, of(tables, 'table').length], ['关于开放的通知', 2, 0]);
    const word = await read('word.html', folder);
    assert.deepEqual([word.title, of(word, 'heading')], ['在大会上的讲话', ['一、充分认识形势']], 'a chapter is not the title');
  });

  it('reads Word documents: headings by style, tables, notes apart, nothing that was deleted', async () => {
    const report = await read('report.docx');
    assert.deepEqual([report.title, report.authors, report.date, report.details['created']], ['海滨市科技合作年度报告', ['李文涛'], null, '2023-02-01']);
    assert.deepEqual(of(report, 'heading').filter((text) => /^[一二]/.test(text)), ['一、总体情况', '二、下一步工作']);
    assert.ok(of(report, 'body').includes('报告指出：“合作不是权宜之计，而是长久之策。”全市签订协议36项，比上年增长12.5%。'));
    assert.deepEqual(of(report, 'table'), ['指标\t2021年\t2022年', '签订协议（项）\t32\t36', '派出人员（人）\t\t210']);
    assert.equal(report.references['1'], '李文涛：《合作论》，海滨出版社2020年版，第3页。');
    assert.doesNotMatch(report.raw, /删去的话|内部资料|门槛，不设门槛/);
    assert.deepEqual((await read('properties.docx')).authors, [], 'a name that a machine gave is no author');
  });

  it('reads what an office program writes: the same document in four formats', async () => {
    for (const file of ['office.docx', 'office.rtf', 'office.odt', 'office.epub']) {
      const source = await read(file), own = source.paragraphs.map(({ kind, text }) => `${kind}: ${text}`);
      assert.deepEqual([source.title, source.authors, source.date], ['海滨市港口发展年度报告', ['李文涛'], null], file);
      for (const line of [
        'body: 报告指出：“港口不是孤岛，而是桥梁。”全年完成货物吞吐量3.6亿吨，比上年增长12.5%。', 'caption: 表1 港口主要指标（单位：万吨）', 'table: 其中：外贸\t\t8200', 'caption: 图1 港口平面图',
        'body: 继续扩大开放，提高效率。The port is open to everyone, at home and abroad, as it was said in “the plan”.',
      ]) assert.ok(own.includes(line), `${file}: ${line}\n${own.join('\n')}`);
      assert.ok(own.some((line) => /^reference: (?:\[1\] )?李文涛：《港口论》，海滨出版社2020年版，第3页。$/u.test(line)), file);
      assert.doesNotMatch(source.raw, /内部资料|第1页/u, file);
      assert.deepEqual(tablesOf(source).map(({ caption, unit, cells }) => [caption?.text, unit?.text, cells.length]), [['表1 港口主要指标', '万吨', 3]], file);
    }
    // Numbers that the program makes are read as it prints them.
    assert.deepEqual(of(await read('office.docx'), 'heading'), ['一、总体情况', '1.主要指标', '二、下一步工作']);
  });

  it('reads an official paper alike in all formats: its head, automatic numbers, heads over several columns, text boxes, signature before the annex', async () => {
    for (const file of ['redhead.docx', 'redhead.odt', 'redhead.rtf', 'redhead.html', 'redhead.epub', 'redhead.pdf']) {
      const source = await read(file), own = source.paragraphs.map(({ text }) => text.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, ''));
      assert.deepEqual([source.title, source.authors, source.date, source.kind], ['海滨市人民政府关于进一步推进科研设施开放共享的若干意见', [], '2023-06-18', 'law'], file);
      // EPUB and HTML of an office program keep no such numbers.
      for (const line of /epub|html/u.test(file) ? [] : ['一、总体要求', '（二）主要目标', '1. 开放仪器原值占比达到90%；', '二、重点任务', '（3）各有关部门按职责分工落实。']) assert.ok(own.includes(line), `${file}: ${line}\n${own.join('\n')}`);
      for (const line of ['地区\t2021年\t\t2022年', '\t开放仪器\t服务企业\t开放仪器\t服务企业', '西城区\t800\t\t960\t220']) assert.ok(own.includes(line), `${file}: ${line}\n${own.join('\n')}`);
      assert.deepEqual(tablesOf(source)[0]?.cells.map(({ columnHeads, text }) => `${columnHeads.map((head) => head.text.replace(' ', '')).join('/')} ${text}`).slice(0, 4), ['2021年/开放仪器 1200', '2021年/服务企业 310', '2022年/开放仪器 1850', '2022年/服务企业 430'], file);
      assert.ok(/epub/u.test(file) || own.includes('专栏1共享平台：平台每年可处理预约12万次，用户满意度为98.5%。'), file);
      assert.doesNotMatch(own.join(), /批注|Unknown/u, file);
    }
  });

  it('reads PDFs in reading order, across lines, columns and pages', async () => {
    const one = await read('one-column.pdf');
    assert.equal(one.title, '海滨市开放科研设施的报告');
    assert.equal(one.date, null, 'the day of printing is not the day of the document');
    assert.deepEqual(of(one, 'heading'), ['一、基本情况', '二、主要做法']);
    assert.deepEqual(of(one, 'table'), ['指标\t2021年\t2022年', '开放仪器\t1200\t1850']);
    assert.equal(of(one, 'body').length, 4);
    assert.match(of(one, 'body')[2] ?? '', /^计算能力达到10⁶次每秒。截至2022年底，全市共有1850台/);
    const two = await read('two-columns.pdf');
    const [first, second, third] = of(two, 'body');
    assert.ok(first?.startsWith('第一条经验开头。') && first.endsWith('避免重复购置。开放科研设施是海滨市近年来的一项重要工作，市里为此专门成立了领导小组，制定了管理办法和收费标准。'), first);
    assert.ok(second?.startsWith('第二条经验开头。'), second);
    assert.match(third ?? '', /^In English too, .* all users of the instruments\.$/);
    // A mark out of another font stands where the words leave a blank for it, a raised figure in the line below it.
    assert.deepEqual(of(await read('office.pdf'), 'body'), ['2023年9月，王晓明部长在座谈会上强调：“仪器锁在柜子里，就不会有新的发现；开放出去，才会有新的伙伴。”会议指出，“目录要让每一台仪器都能被看见、被预约、被用好”。']);
    assert.deepEqual(of(await read('raised.pdf'), 'body').map((text) => text.replace('¹', '')), ['李文涛指出：“仪器锁在柜子里，就不会有新的发现；开放出去，才会有新的伙伴。”各地要把开放情况作为考核的内容，对长期闲置的予以调配。']);
    const heads = await read('running-heads.pdf');
    assert.equal(of(heads, 'body').length, 1, 'one paragraph over three pages');
    assert.doesNotMatch(of(heads, 'body')[0] ?? '', /科技报|— \d/);
    assert.equal(heads.raw.split('\f').length, 3);
    assert.ok(heads.removed.some(({ reason }) => reason === 'page-break'));
    assert.equal((await read('named-fonts.pdf')).raw, '没有嵌入字体的文件也能读出来，因为编码表是公开的。\n开放合作\n', 'fonts that are named only');
  });

  it('reads tables, OpenDocument, books and TeX', async () => {
    assert.deepEqual(of(await read('figures.csv'), 'table'), ['指标\t2021年\t2022年', '开放仪器（台）\t1200\t1,850', '带"引号"的项\t\t3']);
    assert.deepEqual(of(await read('groups.xlsx'), 'table').map((row) => row.split('\t')[0]), ['指标名称', '地区生产总值', '一、农业', '粮食产量', '其中：小麦', '规模以上工业增加值增速'], 'a line of one cell between rows names a group of them');
    const sheet = await read('figures.xlsx');
    assert.deepEqual(of(sheet, 'table'), ['指标\t2021年\t2022年', '经费（亿元）\t120.5\t0.3', '投入强度\t\t3.4%', '截至\t\t2022-12-31']);
    assert.doesNotMatch(sheet.raw, /不给人看|ドク/);
    for (const file of ['powers.odt', 'powers.rtf']) assert.deepEqual(of(await read(file), 'body'), ['平台的能力达到10⁶次每秒，机房面积为25km²，比上年增长12%，服务企业430家，取得了良好的效果。', '1. 建立目录制度，明确每一类数据由谁提供、多久更新一次；', '2. 建立考核制度，把开放情况纳入年度考核。'], file);
    assert.match(of(await read('raised.docx'), 'body')[0] ?? '', /才会有新的伙伴。”各地要把/, 'a mark of a note that was only raised');
    const notes = await read('notes.odt');
    assert.deepEqual([notes.title, notes.authors, of(notes, 'reference')], ['座谈会纪要', ['王晓明'], ['[1] 见会议材料。']]);
    assert.doesNotMatch(notes.raw, /旧话/);
    const book = await read('book.epub');
    assert.deepEqual([book.title, book.authors, book.publication, book.date, book.kind], ['合作论', ['李文涛'], '海滨出版社', '2020-05', 'book']);
    assert.deepEqual(of(book, 'heading'), ['第一章　缘起', '第二章　做法']);
    const paper = await read('paper.tex');
    assert.deepEqual([paper.title, paper.authors, paper.date], ['开放数据的三条原则', ['王晓明'], '2022-03']);
    assert.deepEqual(of(paper, 'body'), ['王晓明认为：“数据不是越多越好，而是越清楚越好。”投入增长12.5%，达到300亿元。', '“Open data” are data — that anyone can use.', '第一条：清楚。', '第二条：及时。']);
    assert.deepEqual(of(paper, 'table').map((row) => row.split(/\s*\t\s*/)), [['指标', '2021年', '2022年'], ['数据集（个）', '12', '30']]);
    assert.deepEqual(paper.shown?.map(({ picture, caption }) => [picture, caption]), [['images/flow.pdf', '图1 开放的流程']]);
  });

  it('reads OFD by the places of its text', async () => {
    const notice = await read('notice.ofd');
    assert.deepEqual([notice.title, notice.date, notice.details['created']], ['关于开放科研设施的通知', null, '2024-03-02']);
    assert.deepEqual(of(notice, 'body'), ['各单位要把开放情况作为年度考核的内容，对开放得好的给予奖励，对长期闲置的予以调配，避免重复购置。', '市科技局每年公布一次结果，接受社会各界的监督和评议，评议的意见要逐条答复，答复的内容要公开。']);
  });

  it('lists what cannot be read with the reason', async () => {
    const expected: Record<string, string> = {
      'broken-cut.docx': 'damaged', 'broken-cut.pdf': 'damaged', 'broken-picture.docx': 'damaged', 'broken-other.docx': 'damaged',
      'broken-bomb.docx': 'too-large', 'broken-locked.docx': 'encrypted', 'picture.pdf': 'no-text-layer', 'broken-locked.pdf': 'encrypted',
    };
    for (const [file, code] of Object.entries(expected)) {
      const source = await read(file);
      assert.deepEqual(codes(source), [code], file);
      assert.equal(source.raw, '', file);
    }
    const folder = temporaryFolder({ 'empty.docx': '', 'text.pdf': '只是文字', 'empty.html': '<html></html>' });
    assert.deepEqual(codes(await read('empty.docx', folder)), ['empty']);
    assert.deepEqual(codes(await read('text.pdf', folder)), ['damaged']);
    assert.ok((await read('empty.html', folder)).paragraphs.length === 0);
  });

  it('bears wild markup, and ends what takes too long', async () => {
    const folder = temporaryFolder({
      'open.html': '<div>'.repeat(30_000) + '正文在很深的地方，没有一个标签是关上的，但是文字应当还在。' + '<b><i>'.repeat(20_000),
      'entities.html': `<!DOCTYPE html [<!ENTITY a "${'x'.repeat(1000)}">]><p>${'&a;'.repeat(100_000)}</p>`,
      'rows.html': `<table>${'<tr><td>格'.repeat(50_000)}`,
    });
    assert.match((await read('open.html', folder)).paragraphs.map(({ text }) => text).join(), /正文在很深的地方/);
    assert.ok((await read('entities.html', folder)).raw.length < 1_000_000);
    assert.ok((await read('rows.html', folder)).paragraphs.length > 0);
    const hasty = documentReader({ time: 1, memory: 512 }, script);
    try {
      assert.deepEqual((await hasty.read('pdf', readFileSync(path.join(fixtures, 'one-column.pdf')), null)).problems.map(({ code }) => code), ['too-slow']);
    } finally {
      hasty.close();
    }
  });

  it('goes on after a thread that has run out of memory', async () => {
    const small = documentReader({ time: 30_000, memory: 96 }, script);
    try {
      const html = '<p>字</p>'.repeat(1_000_000);
      assert.deepEqual((await small.read('html', Buffer.from(html), html)).problems.map(({ code }) => code), ['too-large']);
      assert.deepEqual((await small.read('docx', readFileSync(path.join(fixtures, 'report.docx')), null)).problems, []);
    } finally {
      small.close();
    }
  });
});
