import type {
  EntityCheck,
  EntityScorecard,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  toCsvTable,
  type CsvColumn,
} from '@opmodel/backstage-plugin-opmodel-react';

interface CheckRow {
  result: EntityScorecard;
  check: EntityCheck;
}

const columns: ReadonlyArray<CsvColumn<CheckRow>> = [
  ['scorecard_ref', ({ result }) => result.scorecard.ref],
  ['scorecard', ({ result }) => result.scorecard.title],
  ['scorecard_level', ({ result }) => result.level?.name ?? null],
  ['check', ({ check }) => check.checkId],
  ['name', ({ check }) => check.name],
  ['category', ({ check }) => check.category],
  ['level', ({ check }) => check.level],
  ['state', ({ check }) => check.state],
  ['since', ({ check }) => check.since],
  ['value', ({ check }) => check.value],
  ['unit', ({ check }) => check.unit],
  ['message', ({ check }) => check.message],
  ['solution', ({ check }) => check.solution],
  [
    'exempt_until',
    ({ check: { state, exemption } }) =>
      state === 'exempt' ? exemption?.expiresOn ?? null : null,
  ],
];

/** The checks of an entity as CSV, a row each: refs as in the catalog, states in the names of the API. */
export function toChecksCsv(results: readonly EntityScorecard[]): string {
  return toCsvTable(
    columns,
    results.flatMap(result => result.checks.map(check => ({ result, check }))),
  );
}
