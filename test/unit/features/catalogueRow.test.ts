import assert from 'node:assert/strict';
import { catalogueRow, type KnownFacts } from '../../../src/core/features/catalogueRow';

const known: KnownFacts = { title: '港口论', authors: ['李文涛'], publication: null, date: '2021-05', kind: 'journal', rank: 2, speaker: null, occasion: null };
const rowOf = (text: string | null, file = 'a.txt', facts = known): { text: string; row: unknown } => {
  const made = catalogueRow(text, file, facts);
  assert.ok(made);
  return { text: made.text, row: JSON.parse(made.text.slice(made.start, made.end)) as unknown };
};

describe('the row of a source in the catalogue', () => {
  const row = { file: 'a.txt', title: '港口论', authors: ['李文涛'], publication: null, date: '2021-05', kind: 'journal', rank: 2 };
  it('is made in a new catalogue', () => {
    const { text, row: made } = rowOf(null);
    assert.deepEqual(made, row);
    assert.deepEqual(JSON.parse(text), { sources: [row] });
    assert.match(text, /^\{\n {2}"sources": \[\n {4}\{\n {6}"file": "a\.txt",/u);
  });
  it('is found where it stands, and nothing is changed', () => {
    const text = '{\r\n\t"note": "我们的",\r\n\t"sources": [ {"file":"b.txt"},\r\n\t\t{ "file": "旧\\\\a.txt", "title": "另一题" } ]\r\n}';
    const found = rowOf(text, '旧/a.txt');
    assert.deepEqual([found.text, found.row], [text, { file: '旧\\a.txt', title: '另一题' }]);
  });
  it('is put behind the others, which stay letter by letter', () => {
    const text = '{\n\t"note": "我们的",\n\t"sources": [\n\t\t{"file":"b.txt",   "rank": 3}\n\t]\n}\n';
    const made = rowOf(text);
    assert.deepEqual(made.row, row);
    assert.ok(made.text.startsWith('{\n\t"note": "我们的",\n\t"sources": [\n\t\t{"file":"b.txt",   "rank": 3},\n\t\t{\n\t\t\t"file": "a.txt",'), made.text);
    assert.ok(made.text.endsWith('\n\t\t}\n\t]\n}\n'), made.text);
  });
  it('goes into a bare list, and into an object by file', () => {
    assert.deepEqual(JSON.parse(rowOf('[]').text), [row]);
    const { file, ...facts } = row;
    assert.deepEqual(JSON.parse(rowOf('{"b.txt": {"rank": 1}}').text), { 'b.txt': { rank: 1 }, [file]: facts });
  });
  it('names speaker and occasion of a speech', () => {
    assert.deepEqual(rowOf(null, 'a.txt', { ...known, speaker: '李文涛', occasion: '港口大会' }).row, { ...row, speaker: '李文涛', occasion: '港口大会' });
  });
  it('is not made where the catalogue is damaged', () => {
    for (const text of ['{', '"text"', '{"sources": 3}', '[1, 2']) assert.equal(catalogueRow(text, 'a.txt', known), null, text);
  });
});
