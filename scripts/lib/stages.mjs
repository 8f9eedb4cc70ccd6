/**
 * What one stage of the tests came to.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** The tally of a check that has no tests inside: one, passed or failed. */
export function tallyOfCheck(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Reads the report of `jest --json`. A suite that does not even load counts as one failure. */
export function tallyOfJest(report) {
  const brokenSuites = report.testResults.filter(
    suite =>
      suite.status === 'failed' &&
      !suite.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Reads the report of Playwright's JSON reporter. Errors outside of any test count as failures. */
export function tallyOfPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** Reads the closing lines of Node's TAP reporter. */
export function tallyOfTap(output) {
  const countOf = name => {
    const match = output.match(new RegExp(`^# ${name} (\\d+)$`, 'm'));
    if (!match) {
      throw new Error(`The test report has no line "# ${name}"`);
    }
    return Number(match[1]);
  };
  return {
    passed: countOf('pass'),
    failed: countOf('fail') + countOf('cancelled'),
    skipped: countOf('skipped') + countOf('todo'),
  };
}

/** The sum over all stages. */
export function sumTallies(tallies) {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The one line that the tests end with. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${
    skipped > 0 ? `, ${skipped} skipped` : ''
  }`;
}

/**
 * Chooses stages by `--only a,b` or `--skip a,b`. Everything else is handed to
 * Jest, and alone selects the stage of the Jest tests, so that
 * `yarn test plugins/dora` does what it does in any Backstage repository.
 *
 * @returns the names of the stages in their order, and Jest's arguments
 */
export function selectStages(args, names) {
  const jestArguments = [];
  let only;
  let skip = [];
  const listOf = (option, text) => {
    const chosen = (text ?? '').split(',').filter(Boolean);
    const unknown = chosen.filter(name => !names.includes(name));
    if (chosen.length === 0 || unknown.length > 0) {
      throw new RangeError(
        `${option} wants stages out of ${names.join(', ')}${
          unknown.length > 0 ? `, not ${unknown.join(', ')}` : ''
        }.`,
      );
    }
    return chosen;
  };

  for (let index = 0; index < args.length; index += 1) {
    const [option, inline] = args[index].split('=', 2);
    if (option === '--only') {
      only = listOf(option, inline ?? args[++index]);
    } else if (option === '--skip') {
      skip = listOf(option, inline ?? args[++index]);
    } else {
      jestArguments.push(args[index]);
    }
  }
  const base = only ?? (jestArguments.length > 0 ? ['jest'] : names);
  return {
    stages: names.filter(name => base.includes(name) && !skip.includes(name)),
    jestArguments,
  };
}
