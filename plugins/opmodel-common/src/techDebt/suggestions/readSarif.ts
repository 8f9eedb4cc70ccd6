import { asOneLine } from './outsideText';
import { SarifFields, SarifProblems } from './SarifFields';
import {
  ordinarySarifBounds,
  type SarifBounds,
  type SarifReading,
} from './sarifFinding';
import { SarifRules } from './SarifRules';
import { readSarifResult } from './readSarifResult';

/**
 * Reads a SARIF file: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 2020.
 *
 * A result counts where its `kind` is `fail`, its level is not `none` and it was not gone already (`baselineState` `absent`). It is
 * suppressed where it has suppressions and none of them is `underReview` or `rejected` (§3.27.23). Whatever the file holds, nothing is
 * thrown, and the time it takes grows with its size alone.
 *
 * @param document - the parsed JSON
 */
export function readSarif(
  document: unknown,
  bounds: SarifBounds = ordinarySarifBounds,
): SarifReading {
  const problems = new SarifProblems(bounds.problems);
  const reading: SarifReading = {
    findings: [],
    analyses: [],
    suppressed: 0,
    passed: 0,
    unread: 0,
    problems: problems.found,
  };
  const file = SarifFields.of(document, '', problems);
  const version = file?.text('version', 20);
  if (file && version !== '2.1.0') {
    file.refuse('version', 'must be 2.1.0');
    return reading;
  }
  const runs = file?.list('runs');
  if (file && !runs && !file.has('runs')) {
    file.refuse('runs', 'is missing');
  }
  if (!file || !runs) {
    return reading;
  }
  if (runs.length > bounds.runs) {
    file.refuse('runs', `must have at most ${bounds.runs} entries`);
  }
  for (let at = 0; at < Math.min(runs.length, bounds.runs); at += 1) {
    const run = file.objectAt('runs', at);
    if (run) {
      readRun(run, bounds, reading);
    }
  }
  return reading;
}

function readRun(
  run: SarifFields,
  bounds: SarifBounds,
  reading: SarifReading,
): void {
  const driver = run.object('tool')?.object('driver');
  const tool = driver?.text('name', 200);
  if (tool === undefined || asOneLine(tool, 200) === '') {
    run.refuse('tool.driver.name', 'must be a text that is not empty');
    return;
  }
  const category = categoryOf(run);
  const isKnown = reading.analyses.some(
    known => known.tool === tool && known.category === category,
  );
  if (!isKnown) {
    reading.analyses.push({ tool, category });
  }
  // Null and nothing both say that the tool found out nothing (§3.14.23).
  const results = run.list('results') ?? [];
  const rules = new SarifRules(run);
  for (let at = 0; at < results.length; at += 1) {
    const { findings, suppressed, passed } = reading;
    if (findings.length + suppressed + passed >= bounds.results) {
      reading.unread += results.length - at;
      return;
    }
    const result = run.objectAt('results', at);
    const read =
      result && readSarifResult(result, { tool, category, run, rules });
    if (read === 'suppressed' || read === 'passed') {
      reading[read] += 1;
    } else if (read) {
      findings.push(read);
    }
  }
}

function categoryOf(run: SarifFields): string | null {
  const id = run.object('automationDetails')?.text('id', 500) ?? '';
  const end = id.lastIndexOf('/');
  return end > 0 ? id.slice(0, end) : null;
}
