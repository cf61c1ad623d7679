/**
 * Readers under mutated real files: whatever a file holds, its reader ends in time with text or a reason, and what it gives keeps
 * the promises of a source. The mutations come from a seed, so that a failure can be had again:
 * `YINJU_FUZZ=seed:rounds npm test -- engine fuzz` runs longer, and from another seed.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { readOne } from '../../src/core/library/buildLibrary';
import { tablesOf } from '../../src/core/extract/tables';
import { binaryFormat, decode } from '../../src/engine/decode';
import { documentReader, type DocumentReader } from '../../src/engine/formats/reader';
import { formatOf, TEXT_FORMATS } from '../../src/engine/formats/types';
import { dist } from './support';

const [seed = 1, rounds = 3] = (process.env['YINJU_FUZZ'] ?? '').split(':').filter(Boolean).map(Number);
const fixtures = path.resolve('test/fixtures/formats');
/** One small real file of each format. */
const FILES = ['page.html', 'paper.tex', 'figures.csv', 'report.docx', 'office.docx', 'office.rtf', 'notes.odt', 'office.odt', 'office.epub', 'redhead.docx', 'redhead.odt', 'redhead.rtf', 'redhead.html', 'figures.xlsx', 'notice.ofd', 'one-column.pdf', 'two-columns.pdf'];
const TEXTS = ['../../../seeds/001_c4e50ab0c6ff83d5.txt', '../../sample/草稿.md'];

/** A generator of numbers below one, from its seed (mulberry32). */
function numbers(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A few bytes changed, cut out, doubled, moved or cut off. */
function mutate(bytes: Uint8Array, random: () => number): Buffer {
  let out = Buffer.from(bytes);
  const below = (n: number): number => Math.floor(random() * n);
  for (let changes = 1 + below(6); changes > 0 && out.length > 0; changes--) {
    const at = below(out.length), length = 1 + below(Math.min(200, out.length - at));
    switch (below(7)) {
      case 0: out[at] = below(256); break;
      case 1: out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]); break;
      case 2: out = Buffer.concat([out.subarray(0, at + length), out.subarray(at, at + length), out.subarray(at + length)]); break;
      case 3: out.fill(below(256), at, at + length); break;
      case 4: out = out.subarray(0, at); break;
      case 5: { const to = below(out.length); out.copy(out, to, at, at + length); break; }
      // A number in the bytes becomes huge, or small.
      case 6: if (at + 4 <= out.length) out.writeUInt32LE(random() < 0.5 ? 0xffffffff : below(16), at); break;
    }
  }
  return out;
}

/** Containers: as often as not one part inside is changed and packed again, so that the change gets past the checksums. */
function mutateFile(bytes: Uint8Array, random: () => number): Uint8Array {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || random() < 0.4) return mutate(bytes, random);
  const parts = unzipSync(bytes), names = Object.keys(parts).filter((part) => /\.(?:xml|x?html|opf|rels)$/u.test(part));
  const chosen = names[Math.floor(random() * names.length)] as string;
  return zipSync({ ...parts, [chosen]: mutate(parts[chosen] as Uint8Array, random) }, { level: 1 });
}

function assertSound(file: string, text: string, layout: Parameters<typeof readOne>[0]['layout'] | null): void {
  const source = readOne({ file, text, ...(layout ? { layout } : {}) });
  assert.ok(!source.problems.some(({ message }) => message.startsWith('the document could not be understood')), JSON.stringify(source.problems));
  for (const { start, end, raw } of source.removed) assert.ok(start >= 0 && end <= source.raw.length && source.raw.slice(start, end) === raw, `removal at ${start}`);
  for (const { start, end, text: clean, map } of source.paragraphs) {
    assert.ok(start >= 0 && start <= end && end <= source.raw.length, `paragraph ${start}-${end} of ${source.raw.length}`);
    assert.equal(map.length, clean.length);
    const span = map.span({ start: 0, end: clean.length });
    assert.ok(span.start >= 0 && span.end <= source.raw.length);
  }
  for (const { cells } of tablesOf(source)) for (const { start, end } of cells) assert.ok(start <= end && end <= source.raw.length);
}

describe(`readers under mutated files (seed ${seed}, ${rounds} rounds)`, function () {
  this.timeout(60_000 + rounds * 60_000);
  let reader: DocumentReader;
  before(() => { reader = documentReader({ time: 20_000, memory: 512 }, path.join(dist, 'formats.js')); });
  after(() => { reader.close(); });

  for (const [number, name] of [...FILES, ...TEXTS].entries()) it(name, async () => {
    const original = readFileSync(path.join(fixtures, name)), format = formatOf(path.extname(name));
    for (let round = 0; round < rounds; round++) {
      const bytes = mutateFile(original, numbers(seed * 1_000_003 + number * 10_007 + round));
      if (bytes.length === 0) continue;
      const failed = `YINJU_FUZZ=${seed}:${rounds} ${name}, round ${round}`;
      try {
        if (format && !TEXT_FORMATS.has(format)) {
          const { text, layout, problems } = await reader.read(format, bytes, null);
          assert.ok(text !== '' || problems.length > 0, 'neither text nor a reason');
          assert.ok(!problems.some(({ code }) => code === 'too-slow'), 'it takes too long');
          assert.ok(!problems.some(({ message }) => /ended without an answer/.test(message)), JSON.stringify(problems));
          assertSound(name, text, layout);
        } else if (binaryFormat(bytes) === null) {
          const { text } = decode(bytes);
          const layout = format ? (await reader.read(format, bytes, text)).layout : null;
          assertSound(name, text, layout);
        }
      } catch (error) {
        throw new Error(`${failed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  });
});
