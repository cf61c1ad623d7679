import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problemText } from '../../../src/core/library/problemText';
import { readSource } from '../../../src/core/parse/readSource';

describe('problems of a source in words', () => {
  it('stay as they are in English', () => {
    assert.equal(problemText({ code: 'pinyin-notes', message: '12 pinyin notes were taken out of the text.' }, 'en'), '12 pinyin notes were taken out of the text.');
  });
  it('keep their number and their name in Chinese', () => {
    assert.equal(problemText({ code: 'pinyin-notes', message: '12 pinyin notes were taken out of the text.' }, 'zh-cn'), '已去除文中 12 处拼音注音。');
    assert.equal(problemText({ code: 'catalogue-field', message: 'The catalogue’s field “rank” has the wrong type.' }, 'zh-cn'), '著录文件中字段“rank”类型不对，未采用。');
  });
  it('stay English where a code has no Chinese words', () => {
    assert.equal(problemText({ code: 'quite-new', message: 'Something new.' }, 'zh-cn'), 'Something new.');
  });
  it('have Chinese words for everything that reading a text may find', () => {
    const source = readSource({ file: 'a.txt', text: `學(xué)習(xí)習(xí)慣(guàn)發(fā)展??萍紕?chuàng)新，${'各方面的工作都在继续推进，'.repeat(6)}并`, catalogue: { rank: 'x' } });
    assert.ok(source.problems.length >= 4, source.problems.map((p) => p.code).join(' '));
    for (const problem of [...source.problems, ...readSource({ file: 'b.txt', text: '' }).problems]) assert.match(problemText(problem, 'zh-cn'), /\p{Script=Han}/u, problem.code);
  });
  it('have Chinese words for everything that a reader may say', () => {
    const codes = new Set<string>();
    for (const folder of ['src/engine/formats', 'src/engine/formats/pages', 'src/core/parse']) for (const name of readdirSync(folder)) {
      if (!name.endsWith('.ts')) continue;
      for (const m of readFileSync(path.join(folder, name), 'utf8').matchAll(/(?:code: |Document\(|unread\()'([a-z-]+)'/gu)) codes.add(m[1] as string);
    }
    for (const m of readFileSync('src/engine/files.ts', 'utf8').matchAll(/(?:problems\.push\(\{ code: |failed\()'([a-z-]+)'/gu)) codes.add(m[1] as string);
    assert.ok(codes.size > 12, [...codes].join(' '));
    for (const code of codes) assert.match(problemText({ code, message: 'Something.' }, 'zh-cn'), /\p{Script=Han}/u, code);
  });
});
