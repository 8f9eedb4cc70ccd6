import {
  type HeatMapRow,
  shareOfTally,
  type VerdictTally,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import { countLevels } from './describeScorecard';
import type { StateGroup } from './ScorecardReadStore';
import { countStates } from './ScorecardTotalsReader';
import { summarizeTally } from './summarizeTally';

/** A row of a heat map before its cells are counted. */
export interface CountedRow {
  /** Null: of what belongs to nothing that may be seen. */
  ref: string | null;
  title: string;
  /** Whether it is only what the group owns itself. */
  isOwnOnly: boolean;
  groups: readonly StateGroup[];
}

/** Counts a row. */
export function describeRow(
  scorecard: StoredScorecard,
  { ref, title, isOwnOnly, groups }: CountedRow,
): HeatMapRow {
  const { entities, ranks, tally, ofChecks } = countStates(scorecard, groups);
  return {
    ref,
    title,
    isOwnOnly,
    entities,
    levels: countLevels(scorecard.definition, ranks),
    summary: summarizeTally(tally),
    cells: ofChecks.map(describeCell),
  };
}

function describeCell(tally: VerdictTally): HeatMapRow['cells'][number] {
  const { passing, judged, applicable } = shareOfTally(tally);
  return {
    passing,
    judged,
    applicable,
    failed: tally.failed,
    exempt: tally.exempt,
    silent: tally.not_reported + tally.error,
  };
}

/** By title; what belongs to none comes last. */
export function compareRows(a: CountedRow, b: CountedRow): number {
  if (a.ref === null || b.ref === null) {
    return Number(a.ref === null) - Number(b.ref === null);
  }
  const [first, second] = [a.title, b.title].map(title =>
    title.toLocaleLowerCase('en-US'),
  );
  if (first !== second) {
    return first < second ? -1 : 1;
  }
  return a.ref < b.ref ? -1 : 1;
}
