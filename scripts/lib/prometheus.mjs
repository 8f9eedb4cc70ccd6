import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** With it the title of each test begins that needs a real Prometheus. */
const TITLE = 'with a real Prometheus';

/**
 * The two programs of Debian's package "prometheus", or undefined where one of
 * them is missing: `PROMETHEUS_PATH` and `PROMTOOL_PATH`, else those on the path.
 */
export function findPrometheus(environment = process.env) {
  const find = (named, program) =>
    named ||
    (environment.PATH ?? '')
      .split(delimiter)
      .filter(Boolean)
      .map(folder => join(folder, program))
      .find(file => existsSync(file));
  const prometheus = find(environment.PROMETHEUS_PATH, 'prometheus');
  const promtool = find(environment.PROMTOOL_PATH, 'promtool');
  return prometheus && promtool ? { prometheus, promtool } : undefined;
}

/** How many tests of a `jest --json` report were skipped for want of a Prometheus. */
export function countSkippedWithoutPrometheus(report) {
  return report.testResults
    .flatMap(suite => suite.assertionResults)
    .filter(
      ({ status, ancestorTitles }) =>
        status === 'pending' &&
        ancestorTitles.some(title => title.startsWith(TITLE)),
    ).length;
}
