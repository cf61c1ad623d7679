import assert from 'node:assert/strict';
import { createService } from '../../../src/core/createService';
import type { SourceQuery } from '../../../src/core/features/types';
import { libraryOfTexts } from './library';

const serviceOf = (files: readonly string[]) => createService(libraryOfTexts(Object.fromEntries(files.map((file, i) => [file, `第${i}号文件\n\n${file}的正文没有日期。`]))));
const many = serviceOf(['前言.txt', ...Array.from({ length: 60 }, (_, i) => `甲/${String(i).padStart(3, '0')}.txt`), ...Array.from({ length: 60 }, (_, i) => `乙/丙/${String(i).padStart(3, '0')}.txt`), '附录.txt']);
const troubled = createService(libraryOfTexts({ ...Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`甲/${i}.txt`, `第${i}号文件\n\n正文。`])), '甲/空.txt': '', '乙/空.txt': '' }));
const few = serviceOf(['甲/一.txt', '甲/二.txt', '三.txt']);

describe('a page of the sources', () => {
  const list = (service: typeof many, query: Partial<SourceQuery>) => {
    const { rows, left, total } = service.sourceList({ filter: '', locale: 'zh-cn', from: 0, count: 200, ...query });
    return { rows: rows.map((row) => ('source' in row ? row.source.file : 'folder' in row ? `${row.folder}: ${row.sources}` : `unread: ${row.unread}`)), left, total };
  };
  const numbered = (from: number, to: number, folder: string) => Array.from({ length: to - from }, (_, i) => `${folder}/${String(from + i).padStart(3, '0')}.txt`);
  const cases: [string, typeof many, Partial<SourceQuery>, { rows: string[]; left: number; total: number }][] = [
    ['many are gathered by their folders', many, { folder: null }, { rows: ['前言.txt', '甲: 60', '乙/丙: 60', '附录.txt'], left: 0, total: 122 }],
    ['few are not', few, { folder: null }, { rows: ['甲/一.txt', '甲/二.txt', '三.txt'], left: 0, total: 3 }],
    ['nor are few of many', many, { folder: null, filter: '00 甲' }, { rows: numbered(0, 10, '甲'), left: 0, total: 122 }],
    ['a folder lists what lies right in it', many, { folder: '乙/丙' }, { rows: numbered(0, 60, '乙/丙'), left: 0, total: 122 }],
    ['a page of a folder', many, { folder: '甲', from: 50, count: 5 }, { rows: numbered(50, 55, '甲'), left: 5, total: 122 }],
    ['a page of folders', many, { folder: null, from: 1, count: 2 }, { rows: ['甲: 60', '乙/丙: 60'], left: 1, total: 122 }],
    ['all, one after the other', many, { count: 2 }, { rows: ['前言.txt', '甲/000.txt'], left: 120, total: 122 }],
    ['by what is wrong, in the language of the reader', few, { folder: null, filter: '没有写明日期 三' }, { rows: ['三.txt'], left: 0, total: 3 }],
    ['those that could not be read stand before the folders', troubled, { folder: null }, { rows: ['unread: 2', '甲: 121', '乙: 1'], left: 0, total: 122 }],
    ['and are listed by themselves', troubled, { unread: true }, { rows: ['甲/空.txt', '乙/空.txt'], left: 0, total: 122 }],
    ['of those that fit', troubled, { unread: true, filter: '乙' }, { rows: ['乙/空.txt'], left: 0, total: 122 }],
    ['none', few, { folder: null, filter: '没有这样的' }, { rows: [], left: 0, total: 3 }],
    ['a folder that is none', few, { folder: '丁' }, { rows: [], left: 0, total: 3 }],
  ];
  for (const [name, service, query, expected] of cases) it(name, () => { assert.deepEqual(list(service, query), expected); });

  it('has the same rows as the whole list', () => {
    const { rows } = many.sourceList({ filter: '', locale: 'en', from: 0, count: 200 });
    assert.deepEqual(rows.map((row) => ('source' in row ? row.source : null)), many.sources());
  });
});
