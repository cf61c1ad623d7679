import assert from 'node:assert/strict';
import { bibtexOf, cslJsonOf, type Keyed } from '../../../src/core/cite/export';
import { exportReferences, tidyReferences } from '../../../src/core/features/references';
import type { Source } from '../../../src/core/library/types';

const source = (known: Partial<Source>): Source => ({
  file: 'a.txt', raw: '', characters: 0, title: null, authors: [], publication: null, date: null, kind: 'other', rank: 0, details: {}, languages: ['zh-Hans'],
  paragraphs: [], removed: [], problems: [], references: {}, ...known,
});
const paper: Keyed = { key: 'jia2022pgyj', source: source({ kind: 'journal', title: 'R&D评估：100%_{甲}', authors: ['甲一', '乙二'], publication: '某学报', date: '2022-05', details: { volume: '40', issue: '20', pages: '33-41', doi: '10.1/x_y' } }) };
const page: Keyed = { key: 'bureau2020', source: source({ file: 'b.html', kind: 'web', title: 'Open {science}', authors: ['Bureau of Statistics', 'Jane O. Doe'], date: '2020-09-11', languages: ['en'], details: { url: 'https://a.example/x?a=1&b={2}', accessed: '2021-01-02' } }) };
const nothing: Keyed = { key: 'mou', source: source({ file: '文件夹/某文.txt', languages: [] }) };

/** Names of fields of CSL-JSON 1.0 that are used here, with what they may hold. */
const isDate = (value: unknown) => JSON.stringify(value).startsWith('{"date-parts":[[');
const isText = (value: unknown) => typeof value === 'string' && value !== '';
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: isText, title: isText, 'container-title': isText, publisher: isText, 'publisher-place': isText, volume: isText, issue: isText, page: isText, number: isText,
  DOI: isText, URL: isText, language: isText, issued: isDate, accessed: isDate,
  type: (value) => ['article-newspaper', 'article-journal', 'article-magazine', 'book', 'webpage', 'report', 'thesis', 'speech', 'legislation', 'standard', 'paper-conference', 'document'].includes(String(value)),
  author: (value) => Array.isArray(value) && value.every((name: Readonly<Record<string, unknown>>) => isText(name['literal']) !== (isText(name['family']) && isText(name['given']))),
};

describe('BibTeX', () => {
  it('writes what is stated, escaped', () => {
    assert.equal(bibtexOf([paper]), `@article{jia2022pgyj,
  author       = {甲一 and 乙二},
  title        = {R\\&D评估：100\\%\\_甲},
  journaltitle = {某学报},
  date         = {2022-05},
  volume       = {40},
  number       = {20},
  pages        = {33--41},
  doi          = {10.1/x_y},
  langid       = {chinese},
}
`);
  });

  it('keeps bodies in one, turns persons round, and lets nothing end a field early', () => {
    const text = bibtexOf([page]);
    assert.match(text, /^@online\{bureau2020,/);
    assert.match(text, /author {7}= \{\{Bureau of Statistics\} and Doe, Jane O\.\}/);
    assert.match(text, /url {10}= \{https:\/\/a\.example\/x\?a=1&b=%7B2%7D\}/);
    assert.match(text, /urldate {6}= \{2021-01-02\}/);
    assert.equal(text.split('{').length, text.split('}').length);
  });

  it('makes nothing up', () => {
    assert.equal(bibtexOf([nothing]), '@misc{mou,\n  title        = {某文},\n}\n');
    assert.equal(bibtexOf([]), '');
  });
});

describe('CSL-JSON', () => {
  it('holds only fields and types of the schema, with values of their kind', () => {
    const items = JSON.parse(cslJsonOf([paper, page, nothing])) as Readonly<Record<string, unknown>>[];
    assert.equal(items.length, 3);
    for (const item of items) for (const [field, value] of Object.entries(item)) assert.ok(FIELDS[field]?.(value), `${field}: ${JSON.stringify(value)}`);
    assert.deepEqual(items[0]?.['issued'], { 'date-parts': [[2022, 5]] });
    assert.deepEqual(items[1]?.['author'], [{ literal: 'Bureau of Statistics' }, { family: 'Doe', given: 'Jane O.' }]);
    assert.deepEqual(items[2], { id: 'mou', type: 'document', title: '某文' });
  });
});

describe('the sources that a draft uses', () => {
  const all = [paper, page, nothing];
  const used = (text: string, language: 'markdown' | 'latex' = 'markdown', files: string[] = []) => {
    const quotations = files.map((file) => ({ start: 0, end: 1, text: '', verdict: 'verbatim' as const, differences: [], source: { file, start: 0, end: 1, raw: '', text: '', title: null, citation: '' } }));
    const { count, text: json } = exportReferences(all, { text, language }, quotations, 'csl-json');
    const ids = (JSON.parse(json) as { id: string }[]).map(({ id }) => id);
    assert.equal(count, ids.length);
    return ids;
  };

  it('are those whose words it quotes, whose keys it cites, and whose citations it holds', () => {
    assert.deepEqual(used('甲[@mou]，乙[see @bureau2020, p. 3; @jia2022pgyj].'), ['jia2022pgyj', 'bureau2020', 'mou']);
    assert.deepEqual(used('甲\\cite{mou}，\\parencite[3]{x,bureau2020}', 'latex'), ['bureau2020', 'mou']);
    assert.deepEqual(used('见“……”。', 'markdown', ['a.txt']), ['jia2022pgyj']);
    assert.deepEqual(used('[^1]: 甲一, 乙二. R&D评估: 100%_{甲}[J/OL]. 某学报, 2022, 40(20): 33-41. DOI:10.1/x_y.'), ['jia2022pgyj']);
    assert.deepEqual(used('写信给 a@mou.example，无引用。'), []);
  });

  it('are not numbered in LaTeX, which does that itself', () => {
    const text = '乙[2]，甲[1]。\n\n## 参考文献\n\n[1] 甲.\n[2] 乙.\n';
    assert.equal(tidyReferences({ text, language: 'latex' }).length, 0);
    assert.equal(tidyReferences({ text, language: 'plaintext' }).length, 3);
  });
});
