import {
  type PastResult,
  type ReplayedChange,
  type ReplayedCounts,
  ResultReplay,
  SlotCounts,
  type VerdictState,
  type VerdictTally,
  verdictStates,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { ResultChange } from '../evaluation/ResultStore';
import type { PastRow, StateGroup } from './ScorecardReadStore';

/** How a selection stood on a scorecard at an instant that is gone back to. */
export class PastScorecard {
  readonly #replay: ResultReplay;
  readonly #untouched: ReplayedCounts;
  readonly #rows: ReadonlyMap<string, PastRow>;
  readonly #changes: ReadonlyMap<string, readonly ResultChange[]>;

  constructor(
    { slots }: StoredScorecard,
    options: {
      groups: readonly StateGroup[];
      results: readonly PastRow[];
      changes: readonly ResultChange[];
      since: number;
    },
  ) {
    const { groups, results, changes, since } = options;
    this.#changes = groupByEntity(changes);
    this.#rows = new Map(results.map(row => [row.entityRef, row]));
    this.#replay = new ResultReplay(
      results,
      changes.map(change => toReplayed(change, slots)),
      since,
    );
    this.#untouched = combine(
      countGroups(groups, slots.length),
      this.#replay.counts(),
      -1,
    );
  }

  /** Undoes what happened after an instant, epoch milliseconds. It only goes back. */
  backTo(instant: number): void {
    this.#replay.backTo(instant);
  }

  /** How the selection stood together, over all checks that there were. */
  counts(): ReplayedCounts {
    return combine(this.#untouched, this.#replay.counts(), 1);
  }

  /** The part of it that nothing happened to. */
  get untouched(): ReplayedCounts {
    return this.#untouched;
  }

  /** Entities that something happened to. */
  touched(): string[] {
    return this.#replay.touched();
  }

  /** How one of these changed, the oldest first. */
  changesOf(entityRef: string): readonly ResultChange[] {
    return this.#changes.get(entityRef) ?? [];
  }

  /** When the level of one of these changed last within a time, or it came or went; all epoch milliseconds. */
  movedAt(
    entityRef: string,
    { from, to }: { from: number; to: number },
  ): number {
    const row = this.#rows.get(entityRef);
    const instants = [
      ...this.changesOf(entityRef)
        .filter(({ levelBefore, levelAfter }) => levelBefore !== levelAfter)
        .map(({ changedAt }) => changedAt),
      row?.firstAt ?? from,
      row?.goneAt ?? from,
    ];
    return Math.max(from, ...instants.filter(at => at > from && at <= to));
  }

  /** How one of these stood; null: it was not there. */
  resultOf(entityRef: string): PastResult | null {
    return this.#replay.resultOf(entityRef);
  }
}

function groupByEntity(
  changes: readonly ResultChange[],
): Map<string, ResultChange[]> {
  const groups = new Map<string, ResultChange[]>();
  for (const change of changes) {
    const known = groups.get(change.entityRef);
    if (known) {
      known.push(change);
    } else {
      groups.set(change.entityRef, [change]);
    }
  }
  return groups;
}

function toReplayed(
  change: ResultChange,
  slots: readonly string[],
): ReplayedChange {
  return {
    entityRef: change.entityRef,
    changedAt: change.changedAt,
    rankBefore: change.levelBefore,
    rankAfter: change.levelAfter,
    checks: change.checks.flatMap(({ checkId, before, after }) => {
      const slot = slots.indexOf(checkId);
      return slot < 0 ? [] : [{ slot, before, after }];
    }),
  };
}

function countGroups(
  groups: readonly StateGroup[],
  slots: number,
): ReplayedCounts {
  const counts = new SlotCounts(slots);
  const ranks = new Map<number, number>();
  let entities = 0;
  for (const group of groups) {
    counts.add(group.states);
    ranks.set(group.rank, (ranks.get(group.rank) ?? 0) + group.entities);
    entities += group.entities;
  }
  const ofSlots = Array.from({ length: slots }, (_, slot) =>
    counts.tallyOf(slot),
  );
  return {
    entities,
    ranks,
    tally: mapStates(state =>
      ofSlots.reduce((sum, tally) => sum + tally[state], 0),
    ),
  };
}

function combine(
  a: ReplayedCounts,
  b: ReplayedCounts,
  sign: 1 | -1,
): ReplayedCounts {
  const ranks = new Map(a.ranks);
  for (const [rank, entities] of b.ranks) {
    ranks.set(rank, (ranks.get(rank) ?? 0) + sign * entities);
  }
  return {
    entities: a.entities + sign * b.entities,
    ranks,
    tally: mapStates(state => a.tally[state] + sign * b.tally[state]),
  };
}

function mapStates(count: (state: VerdictState) => number): VerdictTally {
  return Object.fromEntries(
    verdictStates.map(state => [state, count(state)]),
  ) as unknown as VerdictTally;
}
