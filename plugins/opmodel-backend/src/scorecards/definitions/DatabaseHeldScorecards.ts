import type { Knex } from 'knex';
import {
  isPostgres,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { fromScorecardRow } from './DatabaseScorecardRows';
import type { StoredScorecard } from './ScorecardStore';

/** A scorecard that holds, by what tells whether its row is still the same. */
export interface ScorecardPrint {
  ref: string;
  print: string;
}

/**
 * Reads the scorecards that hold. Their texts are long and seldom change, and they are asked for with every page: so only what tells whether
 * a row is still the same is read each time, and a text once.
 */
export class DatabaseHeldScorecards {
  readonly #knex: Knex;
  #kept: ReadonlyMap<string, { print: string; scorecard: StoredScorecard }> =
    new Map();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Ordered by ref. */
  async list(): Promise<StoredScorecard[]> {
    const query = this.#knex('scorecards')
      .whereNull('removed_at')
      .select('ref', printOfScorecard(this.#knex));
    orderByText(query, 'ref');
    return [...(await this.complete(await query)).values()];
  }

  /**
   * The scorecards by ref, in the same order.
   *
   * @param prints - of all that hold
   */
  async complete(
    prints: readonly ScorecardPrint[],
  ): Promise<Map<string, StoredScorecard>> {
    const before = this.#kept;
    const isKnown = ({ ref, print }: ScorecardPrint) =>
      before.get(ref)?.print === print;
    const unknown = prints.flatMap(one => (isKnown(one) ? [] : [one.ref]));
    const found = await this.#read(unknown);
    // One that ended between the two reads is not there any more.
    const held = prints.flatMap(one => {
      const kept = isKnown(one) ? before.get(one.ref) : found.get(one.ref);
      return kept ? [[one.ref, kept] as const] : [];
    });
    if (unknown.length > 0 || held.length !== before.size) {
      this.#kept = new Map(held);
    }
    return new Map(held.map(([ref, { scorecard }]) => [ref, scorecard]));
  }

  async #read(refs: readonly string[]) {
    if (refs.length === 0) {
      return new Map<string, { print: string; scorecard: StoredScorecard }>();
    }
    const query = this.#knex('scorecards')
      .whereNull('removed_at')
      .select('scorecards.*', printOfScorecard(this.#knex));
    whereAnyOf(query, 'ref', refs);
    const rows: Record<string, any>[] = await query;
    return new Map(
      rows.map(row => [
        row.ref as string,
        { print: row.print as string, scorecard: fromScorecardRow(row) },
      ]),
    );
  }
}

/** The column `print` of a query of `scorecards`, which differs whenever the row does. */
export function printOfScorecard(knex: Knex): Knex.Raw {
  return knex.raw(
    isPostgres(knex)
      ? // Each version of a row is of another transaction, and is told apart without reading its long texts.
        'scorecards.xmin::text as print'
      : // SQLite has no such thing, and reads in this process: there the row is its own.
        `json_array(scorecards.origin, scorecards.definition_hash, scorecards.version, scorecards.slots, scorecards.problems,
          scorecards.published_at, scorecards.definition, scorecards.spec) as print`,
  );
}
