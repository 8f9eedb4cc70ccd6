import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  closingLine,
  selectStages,
  sumTallies,
  tallyOfCheck,
  tallyOfJest,
  tallyOfPlaywright,
  tallyOfTap,
} from './stages.mjs';

describe('tallies', () => {
  it('counts a check as one', () => {
    assert.deepEqual(tallyOfCheck(true), { passed: 1, failed: 0, skipped: 0 });
    assert.deepEqual(tallyOfCheck(false), { passed: 0, failed: 1, skipped: 0 });
  });

  it('counts the tests of Jest, and a suite that does not load as a failure', () => {
    assert.deepEqual(
      tallyOfJest({
        numPassedTests: 7,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 1,
        testResults: [
          { status: 'passed', assertionResults: [{ status: 'passed' }] },
          { status: 'failed', assertionResults: [{ status: 'failed' }] },
          { status: 'failed', assertionResults: [] },
        ],
      }),
      { passed: 7, failed: 2, skipped: 3 },
    );
  });

  it('counts a test of Playwright that passed only later as a failure', () => {
    assert.deepEqual(
      tallyOfPlaywright({
        stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
        errors: [{ message: 'no such file' }],
      }),
      { passed: 5, failed: 3, skipped: 2 },
    );
  });

  it("reads the closing lines of Node's own tests", () => {
    assert.deepEqual(
      tallyOfTap(
        '1..2\n# tests 9\n# suites 2\n# pass 5\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 0\n',
      ),
      { passed: 5, failed: 2, skipped: 2 },
    );
  });

  it('does not take an unfinished report for a good one', () => {
    assert.throws(() => tallyOfTap('TAP version 13\n'), /"# pass"/);
  });

  it('sums up to the closing line', () => {
    const total = sumTallies([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ]);
    assert.equal(closingLine(total), '5 passed, 1 failed');
    assert.equal(
      closingLine({ ...total, skipped: 4 }),
      '5 passed, 1 failed, 4 skipped',
    );
  });
});

describe('selectStages', () => {
  const names = ['types', 'lint', 'jest', 'browser'];

  it('runs all stages without arguments', () => {
    assert.deepEqual(selectStages([], names), {
      stages: names,
      jestArguments: [],
    });
  });

  it('keeps the order of the stages', () => {
    assert.deepEqual(selectStages(['--only', 'jest,types'], names).stages, [
      'types',
      'jest',
    ]);
    assert.deepEqual(selectStages(['--skip=browser'], names).stages, [
      'types',
      'lint',
      'jest',
    ]);
  });

  it('hands what it does not know to Jest alone', () => {
    assert.deepEqual(selectStages(['plugins/dora', '-t', 'lead'], names), {
      stages: ['jest'],
      jestArguments: ['plugins/dora', '-t', 'lead'],
    });
  });

  it('refuses a stage that does not exist', () => {
    assert.throws(() => selectStages(['--only', 'unit'], names), RangeError);
    assert.throws(() => selectStages(['--only'], names), RangeError);
  });
});
