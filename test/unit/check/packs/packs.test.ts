import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { checkContext, checkDraft } from '../../../../src/core/check/check';
import { buildLibrary } from '../../../../src/core/library/buildLibrary';
import { root } from '../../../root';

const context = checkContext(buildLibrary([], { name: 'none', cut: (text) => [text] }));
const check = (text: string, pack: string, severities: Readonly<Record<string, string>> = {}) =>
  checkDraft(context, { text, language: 'markdown' }, { locale: 'zh-cn', severities, packs: [{ file: 'house.yaml', text: pack }] });

const HOUSE = `
pack: house
version: 3
title: 本社体例
authority: 《本社体例》
rows:
  - from: 残废人
    to: 残疾人
    clause: "2.1"
    examples: { wrong: [关心残废人。], right: [关心残疾人。] }
  - from: 农民工
    to: [进城务工人员, 务工人员]
    since: 2023-05
    severity: information
    except: [农民工工资条例]
    examples: { wrong: [保障农民工权益。], right: [2019年，农民工人数增加。, 依照农民工工资条例办理。] }
  - from: app
    to: 应用程序
    examples: { wrong: [安装app。], right: [happy的一天。] }
`;
const found = (text: string) => check(text, HOUSE).findings.map(({ rule, severity, start, end }) => `${rule} ${severity} ${text.slice(start, end)}`);

describe('packs of wording rules', () => {
  const cases: readonly (readonly [text: string, ...found: string[]])[] = [
    ['帮扶残废人。', 'pack.house warning 残废人'],
    ['帮扶残疾人。'],
    ['保障农民工权益。', 'pack.house information 农民工'],
    ['1998年，农民工进城。'],
    ['农民工当时还不多。'],
    ['2024年，农民工人数增加。', 'pack.house information 农民工'],
    ['依照农民工工资条例办理。'],
    ['《农民工读本》出版。'],
    ['他说：“要保障农民工权益，让农民工进得来、留得下、过得好”。'],
    ['安装app。', 'pack.house warning app'],
    ['happy'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(found(text), expected));

  it('say on whose authority, by which clause and since when', () => {
    assert.equal(check('帮扶残废人。', HOUSE).findings[0]?.message, '“残废人”宜写“残疾人”（《本社体例》 2.1）。');
    assert.match(check('保障农民工权益。', HOUSE).findings[0]?.message ?? '', /^自2023-05起“农民工”宜写“进城务工人员”/);
  });
  it('offer every wording of the row', () => {
    assert.deepEqual(check('保障农民工权益。', HOUSE).findings[0]?.fixes.map(({ edits }) => edits[0]?.newText), ['进城务工人员', '务工人员']);
  });
  it('obey severities by their name and as a group', () => {
    assert.deepEqual(check('帮扶残废人。', HOUSE, { 'pack.house': 'off' }).findings, []);
    assert.deepEqual(check('帮扶残废人。', HOUSE, { pack: 'error' }).findings.map(({ severity }) => severity), ['error']);
  });
  it('are JSON as well', () => {
    const json = JSON.stringify({ pack: 'j', version: '1', rows: [{ from: '甲方案', to: '乙方案', authority: '某通知', examples: { wrong: ['用甲方案。'], right: ['用乙方案。'] } }] });
    assert.deepEqual(check('用甲方案。', json).findings.map(({ rule }) => rule), ['pack.j']);
  });
  it('are taken anew when the file changes, though the paragraph stays', () => {
    const first = check('帮扶残废人。', HOUSE).findings.length, then = check('帮扶残废人。', HOUSE.replaceAll('残废人', '残障人')).findings.length;
    assert.deepEqual([first, then], [1, 0]);
  });
});

describe('the schema of packs', () => {
  interface Schema { readonly properties: Readonly<Record<string, Schema>>; readonly items: Schema; readonly required: readonly string[]; readonly pattern: string; readonly enum: readonly string[] }
  const schema = JSON.parse(readFileSync(path.join(root, 'media', 'pack.schema.json'), 'utf8')) as Schema;
  const row = (schema.properties['rows'] as Schema).items;

  it('knows what the reader reads, and no more', () => {
    assert.deepEqual(Object.keys(schema.properties).filter((name) => !name.startsWith('$')), ['pack', 'version', 'title', 'authority', 'rows']);
    assert.deepEqual(Object.keys(row.properties).sort(), ['authority', 'clause', 'examples', 'except', 'from', 'note', 'severity', 'since', 'to']);
  });
  it('requires what the reader requires', () => {
    const full = { pack: 'p', version: 1, rows: [{ from: '甲', to: '乙', authority: '某', examples: { wrong: ['甲'], right: ['乙'] } }] };
    const told = (value: unknown) => check('无事。', JSON.stringify(value)).problems.length > 0;
    assert.equal(told(full), false);
    for (const name of schema.required) assert.ok(told({ ...full, [name]: undefined }), name);
    for (const name of row.required) assert.ok(told({ ...full, rows: [{ ...full.rows[0], [name]: undefined }] }), name);
    assert.ok(told({ ...full, pack: 'Not a name' }) && !new RegExp((schema.properties['pack'] as Schema).pattern).test('Not a name'));
    for (const severity of (row.properties['severity'] as Schema).enum) assert.ok(!told({ ...full, rows: [{ ...full.rows[0], severity }] }), severity);
  });
});

describe('a pack with faults', () => {
  const problems = (row: string, head = 'pack: p\nversion: 1') => check('无事。', `${head}\nrows:\n  - ${row}\n`).problems.map(({ row: at, message }) => `${at ?? '-'} ${message}`);
  const cases: readonly (readonly [name: string, row: string, said: RegExp])[] = [
    ['no authority', '{ from: 甲, to: 乙, examples: { wrong: [甲], right: [乙] } }', /^1 authority/],
    ['no examples', '{ from: 甲, to: 乙, authority: 某 }', /^1 examples are missing/],
    ['no right example', '{ from: 甲, to: 乙, authority: 某, examples: { wrong: [甲], right: [] } }', /^1 examples.right/],
    ['a wrong example that it does not find', '{ from: 甲, to: 乙, authority: 某, examples: { wrong: [丙], right: [乙] } }', /^1 examples.wrong: “丙”/],
    ['a right example that it finds', '{ from: 甲, to: 乙, authority: 某, examples: { wrong: [甲], right: [甲乙] } }', /^1 examples.right: “甲乙”/],
    ['a wording for itself', '{ from: 甲, to: 甲, authority: 某, examples: { wrong: [甲], right: [乙] } }', /^1 to:/],
    ['a date that is none', '{ from: 甲, to: 乙, since: 去年, authority: 某, examples: { wrong: [甲], right: [乙] } }', /^1 since/],
    ['a severity that is none', '{ from: 甲, to: 乙, severity: loud, authority: 某, examples: { wrong: [甲], right: [乙] } }', /^1 severity/],
  ];
  for (const [name, row, said] of cases) it(`tells ${name}, and runs the others`, () => assert.match(problems(row).join('\n'), said));

  it('tells what is no pack', () => {
    assert.match(problems('{}', 'version: 1')[0] ?? '', /^- pack:/);
    assert.match(problems('{}', 'pack: p')[0] ?? '', /^- version/);
    assert.match(check('无事。', 'rows: [').problems[0]?.message ?? '', /cannot be read/);
    assert.match(check('无事。', 'a: &a [*a]').problems[0]?.message ?? '', /cannot be read|no pack/);
    assert.deepEqual(check('帮扶残废人。', `${HOUSE}  - { from: 甲 }\n`).findings.length, 1);
  });
});
