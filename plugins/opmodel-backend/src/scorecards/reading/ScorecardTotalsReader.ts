import {
  addVerdictTallies,
  type CheckTotals,
  emptyVerdictTally,
  isBadStandard,
  type ScorecardSummary,
  type ScorecardTotals,
  shareOfTally,
  SlotCounts,
  type VerdictTally,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import {
  countLevels,
  describeScorecard,
  type NameOwner,
} from './describeScorecard';
import { describeOverall, overallSteps } from './overallStanding';
import type { PastScorecards } from './PastScorecards';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type { ScorecardMemory } from './ScorecardMemory';
import type {
  ScorecardReadStore,
  ScorecardSelection,
  StateGroup,
} from './ScorecardReadStore';
import { MINIMUM_JUDGED, summarizeTally } from './summarizeTally';

/** How long ago the passing share is compared with. Milliseconds. */
const COMPARED_WITH = 90 * 24 * 3_600_000;

/** What {@link ScorecardTotalsReader} works with. */
interface ScorecardTotalsReaderOptions {
  reads: ScorecardReadStore;
  directory: ScorecardDirectory;
  memory: ScorecardMemory;
  past: PastScorecards;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Sums scorecards up over everything that is selected, always from the verdicts themselves. */
export class ScorecardTotalsReader {
  readonly #options: ScorecardTotalsReaderOptions;

  constructor(options: ScorecardTotalsReaderOptions) {
    this.#options = options;
  }

  /**
   * @param scorecardRef - absent: all that may be seen
   * @throws NotFoundError when the scorecard does not exist or may not be seen
   */
  async read(
    selection: ScorecardSelection,
    scorecardRef?: string,
  ): Promise<ScorecardSummary> {
    const { directory, memory } = this.#options;
    const scorecards = await directory.select(
      scorecardRef,
      selection.visibility,
    );
    return memory.recall('summary', selection, scorecards, () =>
      this.#read(selection, scorecards),
    );
  }

  async #read(
    selection: ScorecardSelection,
    scorecards: readonly StoredScorecard[],
  ): Promise<ScorecardSummary> {
    const { reads, directory } = this.#options;
    const refs = scorecards.map(({ definition }) => definition.ref);
    const steps = overallSteps(scorecards);
    const [entities, scored, weakest, groups, nameOwner] = await Promise.all([
      reads.countEntities(selection),
      reads.countScored(selection, refs),
      reads.countWeakest(selection, steps),
      reads.listStates(selection, refs),
      directory.nameOwners(
        scorecards.flatMap(({ definition }) => [
          definition.owner,
          ...definition.checks.map(({ owner }) => owner),
        ]),
        selection.visibility,
      ),
    ]);
    const changedAt = groups.map(group => group.changedAt);
    const counting = scorecards.filter(({ definition }) =>
      steps.some(({ scorecardRef }) => scorecardRef === definition.ref),
    );
    return {
      entities,
      scored,
      overall: describeOverall(steps, weakest, {
        titles: new Map(
          counting.map(({ definition: { ref, title } }) => [ref, title]),
        ),
        tally: counting
          .map(
            scorecard =>
              countStates(scorecard, groupsOf(scorecard, groups)).tally,
          )
          .reduce(addVerdictTallies, emptyVerdictTally),
      }),
      scorecards: await Promise.all(
        scorecards.map(async scorecard => {
          const own = groupsOf(scorecard, groups);
          return describeTotals(scorecard, {
            groups: own,
            past: await this.#findPast(selection, scorecard, own),
            nameOwner,
          });
        }),
      ),
      asOf: changedAt.length === 0 ? null : toInstant(Math.max(...changedAt)),
    };
  }

  /** The share that passed then; null: nothing was judged. */
  async #findPast(
    selection: ScorecardSelection,
    scorecard: StoredScorecard,
    groups: readonly StateGroup[],
  ): Promise<number | null> {
    const then = this.#options.clock() - COMPARED_WITH;
    if (groups.every(({ firstAt }) => firstAt > then)) {
      return null;
    }
    const past = await this.#options.past.open(selection, scorecard, {
      since: then,
      groups,
    });
    past.backTo(then);
    return shareOfTally(past.counts().tally).passing;
  }
}

function groupsOf(
  { definition }: StoredScorecard,
  groups: readonly StateGroup[],
): StateGroup[] {
  return groups.filter(({ scorecardRef }) => scorecardRef === definition.ref);
}

/** What groups of results of one scorecard come to. */
export function describeTotals(
  scorecard: StoredScorecard,
  {
    groups,
    past,
    nameOwner,
  }: {
    groups: readonly StateGroup[];
    past: number | null;
    nameOwner: NameOwner;
  },
): ScorecardTotals {
  const { definition } = scorecard;
  const { entities, ranks, tally, ofChecks } = countStates(scorecard, groups);
  const summary = summarizeTally(tally);
  const checks = definition.checks.map((check, at): CheckTotals => {
    const { id, name, category, level, owner, startsAt } = check;
    return {
      checkId: id,
      name,
      category: category ?? null,
      level: level ?? null,
      ownerRef: nameOwner(owner).ownerRef,
      startsAt: toInstant(startsAt ?? null),
      summary: summarizeTally(ofChecks[at]),
      isBadStandard: isBadStandard(ofChecks[at], { minimum: MINIMUM_JUDGED }),
    };
  });
  return {
    scorecard: describeScorecard(scorecard, nameOwner),
    entities,
    levels: countLevels(definition, ranks),
    summary,
    checks: checks.sort(
      (a, b) => b.summary.counts.failed - a.summary.counts.failed,
    ),
    change:
      summary.passing === null || past === null ? null : summary.passing - past,
  };
}

/** Counts of groups of results of one scorecard. */
export interface CountedStates {
  entities: number;
  ranks: ReadonlyMap<number, number>;
  tally: VerdictTally;
  /** In the order of the definition. */
  ofChecks: readonly VerdictTally[];
}

/** Counts the states of results. A check that was not evaluated yet is not reported; one that is gone counts nowhere. */
export function countStates(
  { definition, slots }: StoredScorecard,
  groups: readonly Pick<StateGroup, 'rank' | 'entities' | 'states'>[],
): CountedStates {
  const counts = new SlotCounts(slots.length);
  const ranks = new Map<number, number>();
  let entities = 0;
  for (const group of groups) {
    counts.add(group.states);
    ranks.set(group.rank, (ranks.get(group.rank) ?? 0) + group.entities);
    entities += group.entities;
  }
  const ofChecks = definition.checks.map(({ id }) => {
    const tally = counts.tallyOf(slots.indexOf(id));
    const found = Object.values(tally).reduce((sum, each) => sum + each, 0);
    return {
      ...tally,
      not_reported: tally.not_reported + entities - found,
    };
  });
  return {
    entities,
    ranks,
    tally: ofChecks.reduce(addVerdictTallies, emptyVerdictTally),
    ofChecks,
  };
}
