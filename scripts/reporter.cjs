// mocha's spec reporter, which besides notes the counts, what failed and what was tried again in the file named by YINJU_COUNTS: `npm test` adds
// them up, and says once more at its end what failed and why, for a reader who has just the end of a log.
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failures = [], retried = [];
    const short = Mocha.utils.stackTraceFilter();
    const told = (test, error) => `${test.fullTitle()}\n${error?.stack ? short(error.stack) : String(error)}`;
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test, error) => failures.push(told(test, error)));
    runner.on(Mocha.Runner.constants.EVENT_TEST_RETRY, (test, error) => retried.push(told(test, error)));
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures: failed, pending } = this.stats;
      const file = process.env.YINJU_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed, skipped: pending, failures, retried }));
    });
  }
};
