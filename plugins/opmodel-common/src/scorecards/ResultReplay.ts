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
  /** When its entity was lost, epoch milliseconds, as it is now then; null or absent: it was not. */
  goneAt?: number | null;
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
  what: ReplayedChange | 'appeared' | 'gone';
}

interface TouchedResult {
  isThere: boolean;
  rank: number | null;
  states: (VerdictState | null)[];
}

/** What comes first of what happened in one instant. */
function placeOf({ what }: Event): number {
  if (what === 'appeared') {
    return 0;
  }
  return what === 'gone' ? 2 : 1;
}

/**
 * Goes back in time from results as they are now, by undoing how they changed. Nothing else of the past is kept, so what was true then
 * is what people saw then.
 */
export class ResultReplay {
  /** The latest last; those that are undone are gone. */
  readonly #events: Event[];
  /** Results with events; the others stand as they are. */
  readonly #touched = new Map<string, TouchedResult>();
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
    for (const result of results) {
      const { entityRef, rank, states, firstAt, goneAt = null } = result;
      const past: TouchedResult = {
        isThere: goneAt === null,
        rank,
        states: [...states].map(stateOfLetter),
      };
      this.#count(past, 1);
      if (firstAt > since || goneAt !== null || changed.has(entityRef)) {
        this.#touched.set(entityRef, past);
      }
      if (firstAt > since) {
        events.push({ at: firstAt, entityRef, what: 'appeared' });
      }
      if (goneAt !== null) {
        events.push({ at: goneAt, entityRef, what: 'gone' });
      }
    }
    for (const change of changes) {
      const { entityRef, changedAt } = change;
      if (changedAt > since && this.#touched.has(entityRef)) {
        events.push({ at: changedAt, entityRef, what: change });
      }
    }
    // Changes of one instant are undone in the order opposite to that in which they were given.
    this.#events = events
      .map((event, place) => ({ event, place }))
      .sort(
        (a, b) =>
          a.event.at - b.event.at ||
          placeOf(a.event) - placeOf(b.event) ||
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
    return past?.isThere ? { rank: past.rank, states: [...past.states] } : null;
  }

  #undo({ entityRef, what }: Event): void {
    const past = this.#touched.get(entityRef)!;
    this.#count(past, -1);
    if (what === 'appeared' || what === 'gone') {
      past.isThere = what === 'gone';
    } else {
      past.rank = what.rankBefore;
      for (const { slot, before } of what.checks) {
        past.states[slot] = before;
      }
    }
    this.#count(past, 1);
  }

  /** Of what nothing is asked is counted nowhere. */
  #count({ isThere, rank, states }: TouchedResult, by: 1 | -1): void {
    if (!isThere || rank === null) {
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
