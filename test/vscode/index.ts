/** What VS Code runs in its extension host when it is told to test: mocha over the bundle of `test/vscode/*.test.ts`. */
import * as path from 'node:path';
import Mocha from 'mocha';

/** Beyond what a test waits for any one thing, in ms. */
const TEST_LIMIT = 90_000;

/** Rejects when a test fails. The reporter notes the counts: a host that has died leaves none. */
export function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const reporter = path.resolve(__dirname, '../../scripts/reporter.cjs');
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: TEST_LIMIT, retries: 1, reporter });
  mocha.addFile(path.join(__dirname, 'vscode.js'));
  return new Promise((resolve, reject) => {
    mocha.run((failed) => {
      if (failed > 0) reject(new Error(`${failed} tests failed`));
      else resolve();
    });
  });
}
