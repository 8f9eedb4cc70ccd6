import type {
  LevelCount,
  OverallTotals,
  VerdictTally,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy, sortBy, sumBy, uniq } from 'lodash';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import { describeLevels, highestRankOf } from './describeScorecard';
import type { LevelOfScorecard } from './ScorecardReadStore';
import { summarizeTally } from './summarizeTally';

/** A level of a scorecard that counts, with how far up the scorecard it is. */
export interface OverallStep extends LevelOfScorecard {
  name: string;
  color: string | null;
  /** Of the way to the highest level: 0 for the empty level, 1 for the highest. */
  height: number;
}

/** The levels of all scorecards that count to the overall level, the weakest first; of two that are as weak, that of the first scorecard by ref. */
export function overallSteps(
  scorecards: readonly StoredScorecard[],
): OverallStep[] {
  const steps = scorecards.flatMap(({ definition }): OverallStep[] => {
    const highest = highestRankOf(definition);
    return definition.countsToOverall && highest > 0
      ? describeLevels(definition).map(({ name, rank, color }) => ({
          scorecardRef: definition.ref,
          rank,
          name,
          color,
          height: rank / highest,
        }))
      : [];
  });
  return sortBy(steps, 'height', 'scorecardRef');
}

/**
 * Where entities stand over all scorecards that count.
 *
 * @param counted - how many entities have each step as their weakest, in the order of the steps
 * @returns null where no scorecard that counts asks anything of them
 */
export function describeOverall(
  steps: readonly OverallStep[],
  counted: readonly number[],
  {
    titles,
    tally,
  }: {
    /** Titles of scorecards, by ref. */
    titles: ReadonlyMap<string, string>;
    /** Of all scorecards that count. */
    tally: VerdictTally;
  },
): OverallTotals | null {
  const standings = steps.map((step, at) => ({
    ...step,
    entities: counted[at],
  }));
  const entities = sumBy(standings, 'entities');
  if (entities === 0) {
    return null;
  }
  const heldBack = Object.entries(groupBy(standings, 'scorecardRef')).map(
    ([scorecardRef, own]) => ({
      scorecardRef,
      scorecardTitle: titles.get(scorecardRef) ?? scorecardRef,
      entities: sumBy(own, 'entities'),
    }),
  );
  return {
    entities,
    levels: mergeLevels(standings),
    heldBackBy: sortBy(
      heldBack.filter(scorecard => scorecard.entities > 0),
      scorecard => -scorecard.entities,
      'scorecardRef',
    ),
    summary: summarizeTally(tally),
  };
}

/** Scorecards may call their levels differently: those that are as far up are one, with the names of all. */
function mergeLevels(
  standings: readonly (OverallStep & { entities: number })[],
): LevelCount[] {
  return sortBy(Object.values(groupBy(standings, 'height')), '0.height').map(
    (level, rank) => ({
      level: {
        name: uniq(level.map(({ name }) => name)).join(' / '),
        rank,
        color: level.find(({ color }) => color !== null)?.color ?? null,
        description: null,
      },
      entities: sumBy(level, 'entities'),
    }),
  );
}
