import type { CheckVerdict } from './checkVerdict';
import { bearingOf } from './computeLevel';
import type {
  ScorecardDefinition,
  ScorecardLevel,
} from './scorecardDefinition';

/** Where an entity stands on a scorecard that counts points. */
export interface PointsResult {
  /** Points of the checks that are met. */
  earned: number;
  /** Points of the checks that are known, met or not. */
  known: number;
  /** Points of all checks that are asked of the entity. */
  possible: number;
  /** `earned / known`, 0 to 1; null: nothing is known. */
  share: number | null;
  /** `known / possible`, 0 to 1; null: nothing is asked. */
  coverage: number | null;
  /** The highest level that is reached whatever is still unknown turns out to be; null: none. */
  level: ScorecardLevel | null;
}

/** Counts the points of an entity. What is not known is in the coverage, and neither earned nor lost. */
export function computePoints(
  { levels, checks }: Pick<ScorecardDefinition, 'levels' | 'checks'>,
  verdicts: ReadonlyMap<string, Pick<CheckVerdict, 'state' | 'standing'>>,
): PointsResult {
  const points = { met: 0, missed: 0, unknown: 0, broken: 0, none: 0 };
  for (const check of checks) {
    points[bearingOf(check, verdicts.get(check.id))] += check.weight;
  }
  const known = points.met + points.missed;
  const possible = known + points.unknown;
  const certain = possible === 0 ? null : points.met / possible;
  const reached = levels
    .filter(
      ({ atLeast }) =>
        certain !== null && atLeast !== undefined && certain >= atLeast,
    )
    .sort((a, b) => b.rank - a.rank);
  return {
    earned: points.met,
    known,
    possible,
    share: known === 0 ? null : points.met / known,
    coverage: possible === 0 ? null : known / possible,
    level: reached[0] ?? null,
  };
}
