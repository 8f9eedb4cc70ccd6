import {
  scoreCauses,
  type ScoreChangeReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toCsvTable } from '@opmodel/backstage-plugin-opmodel-react';

/** The parts of a change as CSV, a line a cause, in shares. */
export function toCausesCsv(report: ScoreChangeReport): string {
  const { from, to, before, after, parts } = report;
  return toCsvTable(
    [
      ['from', () => from],
      ['to', () => to],
      ['before', () => before],
      ['after', () => after],
      ['cause', cause => cause],
      ['part', cause => parts?.[cause] ?? null],
    ],
    scoreCauses,
  );
}
