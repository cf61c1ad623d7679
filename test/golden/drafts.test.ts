import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { DraftLanguage } from '../../src/core/check/types';
import type { LibraryService } from '../../src/core/service';
import { root } from '../root';
import { assertReport, bundledService, short } from './report';

const folder = path.join(root, 'test', 'golden', 'drafts');
const LANGUAGES: Readonly<Record<string, DraftLanguage>> = { '.md': 'markdown', '.txt': 'plaintext', '.tex': 'latex' };

/** A draft's line with a caret row under the finding, as a user sees the underline. Chinese characters take two columns. */
function caret(text: string, start: number, end: number): string[] {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  const left = Math.max(from, start - 18), right = Math.min(to, Math.max(end, start + 1) + 12);
  const width = (s: string): number => [...s].reduce((n, c) => n + (c > '\u2e7f' || /[“”‘’…—]/u.test(c) ? 2 : 1), 0);
  return [`    ${text.slice(left, right)}`, `    ${' '.repeat(width(text.slice(left, start)))}${'^'.repeat(Math.max(1, width(text.slice(start, Math.min(end, right)))))}`];
}

describe('golden: drafts', () => {
  let service: LibraryService;
  before(async () => { service = await bundledService(); });

  for (const name of readdirSync(folder).filter((file) => path.extname(file) in LANGUAGES)) {
    it(name, () => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const draft = { text, language: LANGUAGES[path.extname(name)] as DraftLanguage };
      const { findings, quotations, figures } = service.check(draft, { locale: 'zh-cn' });
      assertReport(name, [
        '== findings',
        ...findings.flatMap((f) => [
          `${f.severity} ${f.rule}: ${f.message}`, ...caret(text, f.start, f.end),
          ...f.fixes.map((fix) => `    → ${fix.kind}${fix.preferred ? '!' : ''} ${fix.edits.map((e) => `${JSON.stringify(text.slice(e.start, e.end))}→${JSON.stringify(e.newText)}`).join(' ')}`),
          ...(f.source ? [`    @ ${f.source.citation}`] : []),
        ]),
        '== quotations',
        ...quotations.map((q) => `${q.verdict.padEnd(14)} “${short(q.text, 50)}”${q.differences.map((d) => ` {${d.kind}: ${d.draft}|${d.source}}`).join('')}`),
        '== figures',
        ...figures.map((f) => `${f.verdict.padEnd(14)} ${f.raw} ${f.source ? `@ ${short(f.source.text, 40)}` : ''}`),
      ]);
      if (name.startsWith('clean')) assert.deepEqual(findings.filter((f) => f.severity === 'error' || f.severity === 'warning'), [], 'a right draft must stay clean');
    });
  }

  it('the sources themselves, taken as drafts, are clean', () => {
    for (const source of service.library.sources) {
      const text = source.raw;
      const loud = service.check({ text, language: 'plaintext' }, { locale: 'en' }).findings.filter((f) => f.severity === 'error' || f.severity === 'warning');
      assert.deepEqual(loud.map((f) => `${f.rule} ${text.slice(f.start, f.end)} ${f.message}`), [], source.file);
    }
  });
});
