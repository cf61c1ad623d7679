/** What VS Code runs in its extension host when it is told to test: mocha over the bundle of `test/vscode/*.test.ts`. */
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';

/** Beyond what a test waits for any one thing, in ms. */
const TEST_LIMIT = 90_000;

/** Rejects when a test fails. The counts go to the file YINJU_COUNTS: a host that has died leaves none. */
export function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: TEST_LIMIT, reporter: 'spec' });
  mocha.addFile(path.join(__dirname, 'vscode.js'));
  return new Promise((resolve, reject) => {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const runner = mocha.run(() => {
      const file = process.env['YINJU_COUNTS'];
      if (file) writeFileSync(file, JSON.stringify(counts));
      if (counts.failed > 0) reject(new Error(`${counts.failed} tests failed`));
      else resolve();
    });
    runner.on('pass', () => { counts.passed += 1; });
    runner.on('fail', () => { counts.failed += 1; });
    runner.on('pending', () => { counts.skipped += 1; });
  });
}
