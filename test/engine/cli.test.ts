/** The command line as contract.md describes it: exit status, what goes where, files that cannot be read. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cleanUp, dist, temporaryFolder } from './support';

function run(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, out: stdout, err: stderr };
}

function json(...args: string[]): Record<string, unknown[]> {
  const { status, out, err } = run(...args, '--format', 'json');
  assert.ok(status === 0 || status === 1, err);
  return JSON.parse(out) as Record<string, unknown[]>;
}

const article = '张明在开幕式上指出：“开放合作是科技进步的必由之路，封闭起来没有前途。”2022年，全市研发经费投入120亿元，比上年增长8.5%。\n';

describe('command line', function () {
  this.timeout(120_000);
  afterEach(cleanUp);

  it('answers every command over the bundled library', () => {
    for (const command of ['sources', 'quotes', 'terms', 'figures', 'images']) assert.ok(Array.isArray(json(command)[command]), command);
    const [first] = json('sources')['sources'] as { file: string; characters: number }[];
    assert.ok(first);
    const text = json('text', first.file) as unknown as { raw: string; paragraphs: { start: number; end: number }[]; removed: { start: number; end: number; raw: string }[] };
    assert.equal(text.raw.length, first.characters);
    for (const { start, end, raw } of text.removed) assert.equal(text.raw.slice(start, end), raw);
    assert.equal(json('search', '国际科技合作', '--limit', '3')['passages']?.length, 3);
    assert.ok((json('complete', 'kjcx', '--limit', '4')['completions'] ?? []).length > 0);
    assert.equal(json('define', '这个词资料库里没有')['term'], null);
  });

  it('gives the sources that a draft quotes or cites for other programs', () => {
    const folder = temporaryFolder({ '甲文.txt': article, '乙文.txt': '无关的内容。\n' });
    const draft = path.join(temporaryFolder({ '稿.md': '他说：“开放合作是科技进步的必由之路，封闭起来没有前途。”\n' }), '稿.md');
    const items = json('references', draft, '--library', folder)['references'] as { title: string }[];
    assert.deepEqual(items.map(({ title }) => title), ['甲文']);
    const bibtex = run('references', draft, '--library', folder, '--format', 'bibtex');
    assert.equal(bibtex.status, 0, bibtex.err);
    assert.match(bibtex.out, /^@misc\{jw,/m);
    assert.equal(run('references', path.join(folder, 'none.md'), '--library', folder).status, 2);
    assert.equal(run('references', draft, '--format', 'md').status, 2);
    assert.equal(run('check', draft, '--format', 'bibtex').status, 2);
  });

  it('gives raw slices and UTF-16 offsets', () => {
    const folder = temporaryFolder({ 'a.txt': `𠮷𠮷𠮷。\n\n${article}` });
    for (const command of ['quotes', 'figures'] as const) {
      const { raw } = json('text', 'a.txt', '--library', folder) as unknown as { raw: string };
      for (const record of json(command, '--library', folder)[command] as { start: number; end: number; raw: string }[]) {
        assert.equal(raw.slice(record.start, record.end), record.raw);
      }
    }
  });

  it('drops the byte order mark and reads UTF-16, GB18030 and Big5', () => {
    const big5 = Uint8Array.from([0xb6, 0x7d, 0xa9, 0xf1, 0xa6, 0x58, 0xa7, 0x40, 0xac, 0x4f, 0xac, 0xec, 0xa7, 0xde, 0xb6, 0x69, 0xa8, 0x42, 0xa1, 0x43]);
    const gbk = Uint8Array.from([0xbf, 0xaa, 0xb7, 0xc5, 0xba, 0xcf, 0xd7, 0xf7, 0xca, 0xc7, 0xbf, 0xc6, 0xbc, 0xbc, 0xbd, 0xf8, 0xb2, 0xbd, 0xa1, 0xa3]);
    const folder = temporaryFolder({
      'bom.txt': '\ufeff开放合作是科技进步。', 'utf16.txt': Buffer.from('\ufeff开放合作是科技进步。', 'utf16le'), 'gbk.txt': gbk, 'big5.txt': big5,
    });
    const raw = (file: string) => (json('text', file, '--library', folder) as unknown as { raw: string }).raw;
    for (const file of ['bom.txt', 'utf16.txt', 'gbk.txt']) assert.equal(raw(file), '开放合作是科技进步。', file);
    assert.equal(raw('big5.txt'), '開放合作是科技進步。');
  });

  it('ends with 2 and one line for wrong usage', () => {
    for (const args of [[], ['unknown'], ['text'], ['check'], ['search'], ['sources', 'x'], ['quotes', '--format', 'xml'], ['quotes', '--format', 'sarif'], ['search', 'x', '--limit', '0'], ['sources', '--unknown']]) {
      const { status, out, err } = run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.equal(out, '', args.join(' '));
      assert.match(err, /^yinju: [^\n]+\n$/, args.join(' '));
    }
  });

  it('prints help and version', () => {
    assert.match(run('--help').out, /^Usage: yinju/);
    assert.match(run('--version').out, /^\d+\.\d+\.\d+\n$/);
    assert.equal(run('--help').status, 0);
  });

  it('names what cannot be read, ends with 2, and answers the rest', () => {
    const folder = temporaryFolder({ 'a.txt': article, 'draft.md': '一句话。\n' });
    const gone = path.join(folder, 'gone');
    const both = run('sources', '--library', gone, '--library', folder, '--format', 'json');
    assert.equal(both.status, 2);
    assert.ok(both.err.includes(gone) && /does not exist/.test(both.err));
    assert.equal((JSON.parse(both.out) as { sources: unknown[] }).sources.length, 2);
    const drafts = run('check', path.join(folder, 'none.md'), path.join(folder, 'draft.md'), '--format', 'json');
    assert.equal(drafts.status, 2);
    assert.match(drafts.err, /none\.md: /);
    assert.equal((JSON.parse(drafts.out) as { drafts: unknown[] }).drafts.length, 1);
    assert.equal(run('text', 'no-such-file.txt').status, 2);
  });

  it('lists files that hold nothing readable with the reason', () => {
    const folder = temporaryFolder({
      'good.txt': article, 'empty.txt': '', 'blank.txt': ' \n\u3000\n', 'binary.txt': Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
      'png.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'invalid.txt': Buffer.concat([Buffer.from(article.repeat(3)), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from('尾。')]),
      'report.pdf': '%PDF-1.4', 'old.doc': 'x',
    });
    mkdirSync(path.join(folder, 'inner'));
    symlinkSync(folder, path.join(folder, 'inner', 'circle'));
    const { status, out, err } = run('sources', '--library', folder, '--format', 'json');
    assert.equal(status, 0, err);
    const { sources } = JSON.parse(out) as { sources: { file: string; problems: { code: string }[] }[] };
    const codes = Object.fromEntries(sources.map(({ file, problems }) => [file, problems.map(({ code }) => code)]));
    assert.deepEqual(Object.keys(codes).sort(), ['binary.txt', 'blank.txt', 'empty.txt', 'good.txt', 'invalid.txt', 'old.doc', 'png.md', 'report.pdf']);
    for (const [file, code] of [['empty.txt', 'empty'], ['blank.txt', 'empty'], ['binary.txt', 'binary'], ['png.md', 'binary'], ['invalid.txt', 'replaced-bytes'], ['report.pdf', 'damaged'], ['old.doc', 'unsupported-format']] as const) {
      assert.ok(codes[file]?.includes(code), `${file}: ${codes[file]?.join()}`);
    }
    assert.ok(err.includes('binary.txt') && err.includes('report.pdf'));
  });

  it('reads a file of one line of 5 MB', () => {
    const folder = temporaryFolder({ 'long.txt': article.trim().repeat(24_000) });
    const answer = run('sources', '--library', folder, '--format', 'json');
    assert.equal(answer.status, 0, answer.err);
  });

  it('gives 1 for an error in a draft, 0 for a clean one, and every format', () => {
    const folder = temporaryFolder({ 'a.txt': article });
    const drafts = temporaryFolder();
    writeFileSync(path.join(drafts, 'right.md'), '张明在开幕式上指出：“开放合作是科技进步的必由之路，封闭起来没有前途。”\n');
    writeFileSync(path.join(drafts, 'wrong.md'), '张明在开幕式上指出：“开放合作是科技进步的必由之路，封闭起来有前途。”\n');
    const right = path.join(drafts, 'right.md'), wrong = path.join(drafts, 'wrong.md');
    assert.equal(run('check', right, '--library', folder).status, 0);
    const found = run('check', right, wrong, '--library', folder, '--format', 'json');
    assert.equal(found.status, 1, found.err);
    const answer = JSON.parse(found.out) as { drafts: { file: string; findings: { rule: string }[] }[] };
    assert.deepEqual(answer.drafts.map(({ file }) => file), [right, wrong]);
    assert.deepEqual(answer.drafts[0]?.findings, []);
    const sarif = JSON.parse(run('check', wrong, '--library', folder, '--format', 'sarif').out) as { version: string; runs: { results: unknown[] }[] };
    assert.equal(sarif.version, '2.1.0');
    assert.ok((sarif.runs[0]?.results.length ?? 0) > 0);
    assert.match(run('check', wrong, '--library', folder, '--format', 'html').out, /^<!doctype html>/);
    assert.match(run('check', wrong, '--library', folder, '--format', 'md').out, /\| 1:\d+ \|/);
    assert.match(run('check', wrong, '--library', folder, '--format', 'pretty', '--lang', 'zh-cn').out, /错误/);
  });
});
