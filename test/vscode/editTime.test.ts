/**
 * How long a writer waits, in the real editor, from an edit to its underline, and how long the extension host is held up while one
 * types. Nothing is judged here: `npm run bench` runs this file alone and prints what it writes.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { root } from '../root';
import { until } from '../until';
import { closeAll, diagnostics, openDraft, ourDiagnostics } from './support';

/** Few where only the way is tested; the bench asks for more. */
const EDITS = Number(process.env['YINJU_EDITS'] ?? 3), KEYS = EDITS * 3;
const quantile = (values: readonly number[], share: number) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

/** A draft of about so many characters out of the bundled sources, with a quotation now and then. */
function draftOf(length: number): string {
  const folder = path.join(root, 'seeds');
  const text = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
  const sentences = text.split(/(?<=[。！？])/u).map((one) => one.trim().replace(/[\s“”‘’]+/gu, '')).filter((one) => one.length > 12);
  let draft = '';
  for (let i = 0; draft.length < length - 300; i++) {
    draft += sentences[i % sentences.length] ?? '';
    if (i % 9 === 0) draft += `有专家指出：“${(sentences[(i * 7) % sentences.length] ?? '').slice(0, 40)}”，值得研究。`;
    if (i % 4 === 3) draft += '\n\n';
  }
  return `${draft}\n\n结尾。\n`;
}

describe('the time of an edit', function () {
  this.timeout(240_000);
  before(closeAll);
  afterEach(closeAll);
  const measured: Record<string, unknown> = {};
  after(() => {
    mkdirSync(path.join(root, 'out'), { recursive: true });
    writeFileSync(path.join(root, 'out', 'editTime.json'), JSON.stringify(measured));
  });

  for (const length of [10_000, 299_000]) {
    it(`is measured in a draft of ${length} characters`, async () => {
      const opened = performance.now();
      const editor = await openDraft(draftOf(length));
      const { document } = editor;
      const marked = () => ourDiagnostics(document).filter(({ code }) => code === 'number.hedge').length;
      await editor.edit((builder) => { builder.insert(new vscode.Position(0, 0), '约30万人左右参加。\n\n'); });
      await diagnostics(document, () => marked() === 1);
      const first = performance.now() - opened;
      const waits: number[] = [];
      for (let i = 0; i < EDITS; i++) {
        const line = Math.floor((document.lineCount * (i + 1)) / (EDITS + 2));
        const from = performance.now();
        await editor.edit((builder) => { builder.insert(new vscode.Position(line, 0), '约40万人左右旁听。'); });
        await new Promise<void>((resolve, reject) => {
          const late = setTimeout(() => { reject(new Error('no underline')); }, 20_000);
          const look = () => { if (marked() === i + 2) { clearTimeout(late); watch.dispose(); resolve(); } };
          const watch = vscode.languages.onDidChangeDiagnostics(look);
          look();
        });
        waits.push(performance.now() - from);
      }
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      for (let i = 0; i < KEYS; i++) {
        await editor.edit((builder) => { builder.insert(new vscode.Position(2, 0), '改'); });
        await new Promise((resolve) => { setTimeout(resolve, 25); });
      }
      delay.disable();
      await until('the last answer', () => marked() === EDITS + 1);
      measured[length] = {
        characters: document.getText().length, first: Math.round(first), median: Math.round(quantile(waits, 0.5)), p95: Math.round(quantile(waits, 0.95)),
        hostDelay: { p95: delay.percentile(95) / 1e6, max: delay.max / 1e6 },
      };
      assert.equal(marked(), EDITS + 1);
    });
  }
});
