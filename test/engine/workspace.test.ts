/** `check` with what an office keeps beside its drafts: accepted exceptions, packs of wording rules, profiles. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { acceptRow, keysOf } from '../../src/core/check/accepted/match';
import { withRows } from '../../src/core/check/accepted/row';
import type { CheckResult } from '../../src/core/check/types';
import { cleanUp, dist, temporaryFolder } from './support';

const DRAFT = '约30万人左右参加。\n\n近200余人旁听。\n\n帮扶残废人。\n';
const PACK = '{"pack":"house","version":1,"rows":[{"from":"残废人","to":"残疾人","authority":"《体例》","examples":{"wrong":["残废人"],"right":["残疾人"]}}]}';

function run(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, out: stdout, err: stderr };
}
const resultOf = (...args: string[]): CheckResult => (JSON.parse(run('check', ...args, '--format', 'json').out) as { drafts: [CheckResult] }).drafts[0];
const rules = ({ findings }: CheckResult) => findings.map(({ rule }) => rule);

describe('check in a workspace', function () {
  this.timeout(120_000);
  let folder: string, draft: string;
  beforeEach(() => {
    const library = temporaryFolder({ 'a.txt': '全市科技创新工作取得进展。' });
    folder = temporaryFolder();
    mkdirSync(path.join(folder, '稿件'));
    mkdirSync(path.join(folder, '.yinju', 'packs'), { recursive: true });
    draft = path.join(folder, '稿件', '一稿.md');
    writeFileSync(draft, DRAFT);
    args = ['--library', library];
  });
  afterEach(cleanUp);
  let args: string[];

  it('honours accepted exceptions and tells them in every report', () => {
    const before = resultOf(draft, ...args);
    assert.deepEqual(rules(before), ['number.hedge', 'number.hedge']);
    const [first] = before.findings;
    assert.ok(first);
    const row = acceptRow(first, keysOf(DRAFT, [])(first), 'here', '稿件/一稿.md', { reason: '与通报一致', author: '王编辑', date: '2026-11-26' });
    writeFileSync(path.join(folder, '.yinju', 'accepted.jsonl'), withRows('', [row]));
    const after = resultOf(draft, ...args);
    assert.deepEqual([rules(after), after.accepted.map(({ reason }) => reason), after.stale], [['number.hedge'], ['与通报一致'], []]);
    for (const format of ['pretty', 'md', 'html', 'sarif']) assert.match(run('check', draft, ...args, '--format', format, '--lang', 'zh-cn').out, /与通报一致/, format);
    const sarif = JSON.parse(run('check', draft, ...args, '--format', 'sarif').out) as { runs: [{ results: { suppressions?: { kind: string }[] }[] }] };
    assert.deepEqual(sarif.runs[0].results.map(({ suppressions }) => suppressions?.[0]?.kind), ['external', undefined]);

    writeFileSync(draft, DRAFT.replace('30万', '31万'));
    const changed = resultOf(draft, ...args);
    assert.deepEqual([rules(changed), changed.stale.map(({ why }) => why)], [['number.hedge', 'number.hedge'], ['draft-changed']]);
    for (const format of ['pretty', 'md', 'html']) assert.match(run('check', draft, ...args, '--format', format, '--lang', 'zh-cn').out, /接受已失效/, format);
  });

  it('runs packs of the workspace and packs that are named, and tells what is wrong with them', () => {
    writeFileSync(path.join(folder, '.yinju', 'packs', 'house.json'), PACK);
    assert.deepEqual(rules(resultOf(draft, ...args)), ['number.hedge', 'number.hedge', 'pack.house']);
    const other = temporaryFolder({ 'p.yaml': 'pack: other\nversion: 1\nrows:\n  - { from: 旁听, to: 列席 }\n' });
    const named = run('check', draft, ...args, '--pack', path.join(other, 'p.yaml'), '--format', 'json');
    assert.match(named.err, /p\.yaml, row 1: authority/);
    const missing = run('check', draft, ...args, '--pack', path.join(other, 'none.yaml'), '--format', 'json');
    assert.equal(missing.status, 2);
    assert.match(missing.err, /none\.yaml/);
  });

  it('takes profiles and severities as options', () => {
    writeFileSync(draft, '根据国发[2025]3号，约30万人左右参加。\n');
    assert.deepEqual(rules(resultOf(draft, ...args)), ['number.hedge']);
    assert.deepEqual(rules(resultOf(draft, ...args, '--profile', 'official-paper')), ['paper.number', 'number.hedge']);
    const { status, out } = run('check', draft, ...args, '--rule', 'number.hedge=error', '--format', 'json');
    assert.equal(status, 1);
    assert.match(out, /"severity":"error"/);
    for (const wrong of [['--rule', 'number.hedge=loud'], ['--rule', 'x'], ['--profile', 'none']]) assert.equal(run('check', draft, ...wrong).status, 2, wrong.join(' '));
  });
});
