import { type VerdictState } from './checkVerdict';
import { stateLetters, stateOfLetter } from './stateLetters';
import { emptyVerdictTally, type VerdictTally } from './verdictTally';

/** A result as it is now. */
export interface ReplayedResult {
  entityRef: string;
  /** 0: the empty level; null: nothing is asked of it. */
  rank: number | null;
  /** One letter for each slot. */
  states: string;
  /** When it was evaluated first, epoch milliseconds: before, it was not there. */
  firstAt: number;
}

/** How a result changed. */
export interface ReplayedChange {
  entityRef: string;
  /** Epoch milliseconds. */
  changedAt: number;
  rankBefore: number | null;
  rankAfter: number | null;
  checks: readonly {
    slot: number;
    /** Null: it was not there. */
    before: VerdictState | null;
    after: VerdictState | null;
  }[];
}

/** A result as it was. */
export interface PastResult {
  rank: number | null;
  /** By slot; null: nothing was found. */
  states: readonly (VerdictState | null)[];
}

/** How results stood together. */
export interface ReplayedCounts {
  /** Of which anything was asked. */
  entities: number;
  /** Entities by the rank of their level. */
  ranks: ReadonlyMap<number, number>;
  tally: VerdictTally;
}

interface Event {
  at: number;
  entityRef: string;
  /** Null: the result appeared. */
  change: ReplayedChange | null;
}

/**
 * Goes back in time from results as they are now, by undoing how they changed. Nothing else of the past is kept, so what was true then
 * is what people saw then.
 */
export class ResultReplay {
  /** The latest last; those that are undone are gone. */
  readonly #events: Event[];
  /** Results with events; the others stand as they are. */
  readonly #touched = new Map<
    string,
    { rank: number | null; states: (VerdictState | null)[] } | null
  >();
  readonly #ranks = new Map<number, number>();
  readonly #tally: Record<VerdictState, number> = { ...emptyVerdictTally };
  #entities = 0;

  /**
   * @param results - each entity once
   * @param changes - of these results, in any order; others are left out
   * @param since - how far back it is gone at most, epoch milliseconds; earlier changes need not be given
   */
  constructor(
    results: readonly ReplayedResult[],
    changes: readonly ReplayedChange[],
    since: number,
  ) {
    const events: Event[] = [];
    const changed = new Set(changes.map(({ entityRef }) => entityRef));
    const known = new Set<string>();
    for (const { entityRef, rank, states, firstAt } of results) {
      const past = { rank, states: [...states].map(stateOfLetter) };
      this.#count(past, 1);
      if (firstAt > since || changed.has(entityRef)) {
        known.add(entityRef);
        this.#touched.set(entityRef, past);
      }
      if (firstAt > since) {
        events.push({ at: firstAt, entityRef, change: null });
      }
    }
    for (const change of changes) {
      if (change.changedAt > since && known.has(change.entityRef)) {
        events.push({
          at: change.changedAt,
          entityRef: change.entityRef,
          change,
        });
      }
    }
    // Changes of one instant are undone in the order opposite to that in which they were given; a result appears before it changes.
    this.#events = events
      .map((event, place) => ({ event, place }))
      .sort(
        (a, b) =>
          a.event.at - b.event.at ||
          Number(a.event.change !== null) - Number(b.event.change !== null) ||
          a.place - b.place,
      )
      .map(({ event }) => event);
  }

  /** Undoes what happened after an instant. It only goes back. */
  backTo(instant: number): void {
    for (
      let event = this.#events.at(-1);
      event && event.at > instant;
      event = this.#events.at(-1)
    ) {
      this.#events.pop();
      this.#undo(event);
    }
  }

  /** How the results stood together at the instant that was gone back to. */
  counts(): ReplayedCounts {
    return {
      entities: this.#entities,
      ranks: new Map([...this.#ranks].filter(([, entities]) => entities > 0)),
      tally: { ...this.#tally },
    };
  }

  /** Entities whose results changed, or appeared, within the time that is replayed. */
  touched(): string[] {
    return [...this.#touched.keys()];
  }

  /** How the result of a touched entity stood; null: it was not there. */
  resultOf(entityRef: string): PastResult | null {
    const past = this.#touched.get(entityRef);
    return past ? { rank: past.rank, states: [...past.states] } : null;
  }

  #undo({ entityRef, change }: Event): void {
    const past = this.#touched.get(entityRef);
    if (!past) {
      return;
    }
    this.#count(past, -1);
    if (change === null) {
      this.#touched.set(entityRef, null);
      return;
    }
    past.rank = change.rankBefore;
    for (const { slot, before } of change.checks) {
      past.states[slot] = before;
    }
    this.#count(past, 1);
  }

  /** Of what nothing is asked is counted nowhere. */
  #count({ rank, states }: PastResult, by: 1 | -1): void {
    if (rank === null) {
      return;
    }
    this.#entities += by;
    this.#ranks.set(rank, (this.#ranks.get(rank) ?? 0) + by);
    for (const state of states) {
      if (state) {
        this.#tally[state] += by;
      }
    }
  }
}

/** The short text of a result. */
export function printStates(states: readonly (VerdictState | null)[]): string {
  return Array.from(states, state => (state ? stateLetters[state] : '-')).join(
    '',
  );
}
