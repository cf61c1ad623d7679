/** Golden reports: what users would see, committed as text, so that every change in it is seen. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createService } from '../../src/core/createService';
import { buildLibrary } from '../../src/core/library/buildLibrary';
import type { LibraryService, SourceFile } from '../../src/core/service';
import { readFolders } from '../../src/engine/files';
import { loadSegmenter } from '../../src/engine/jieba';
import { root } from '../root';

const reports = path.join(root, 'test', 'golden', 'reports');

/** The service over the bundled library. Segmented by jieba-wasm, which is the same on every machine. */
export async function bundledService(): Promise<LibraryService> {
  const { files } = await readFolders([path.join(root, 'seeds')]);
  return createService(buildLibrary(files as readonly SourceFile[], loadSegmenter('jieba-wasm', null).tokenizer));
}

/** Compares a report with the committed one; with YINJU_UPDATE_GOLDEN=1 writes it instead. */
export function assertReport(name: string, lines: readonly string[]): void {
  const file = path.join(reports, `${name}.txt`);
  const text = `${lines.join('\n')}\n`;
  if (process.env['YINJU_UPDATE_GOLDEN'] === '1') {
    mkdirSync(reports, { recursive: true });
    writeFileSync(file, text);
    return;
  }
  assert.ok(existsSync(file), `there is no report ${name}.txt; YINJU_UPDATE_GOLDEN=1 npm test -- golden writes it`);
  assert.equal(text, readFileSync(file, 'utf8'), `${name}.txt has changed: look at the difference, then accept it with YINJU_UPDATE_GOLDEN=1 npm test -- golden`);
}

/** A text on one line, not longer than `most`. */
export function short(text: string, most = 60): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 13)} … ${line.slice(-10)}`;
}
