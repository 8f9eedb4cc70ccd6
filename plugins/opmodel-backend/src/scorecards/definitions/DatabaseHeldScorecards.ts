import type { Knex } from 'knex';
import {
  isPostgres,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import type { StoredScorecard } from './ScorecardStore';

/** A scorecard with what tells whether its row is still the same. */
interface Kept {
  print: string;
  scorecard: StoredScorecard;
}

/**
 * Reads the scorecards that hold. Their texts are long and seldom change, and they are asked for with every page: so only what tells whether
 * a row is still the same is read each time, and a text once.
 */
export class DatabaseHeldScorecards {
  readonly #knex: Knex;
  readonly #read: (row: Record<string, any>) => StoredScorecard;
  #kept: ReadonlyMap<string, Kept> = new Map();

  /** @param read - what a row says */
  constructor(knex: Knex, read: (row: Record<string, any>) => StoredScorecard) {
    this.#knex = knex;
    this.#read = read;
  }

  /** Ordered by ref. */
  async list(): Promise<StoredScorecard[]> {
    const before = this.#kept;
    const rows = await this.#select();
    const isKnown = ({ ref, print }: Record<string, any>) =>
      before.get(ref)?.print === print;
    const unknown = rows.flatMap(row => (isKnown(row) ? [] : [row.ref]));
    const found = new Map(
      (unknown.length === 0 ? [] : await this.#select(unknown)).map(row => [
        row.ref,
        { print: row.print, scorecard: this.#read(row) },
      ]),
    );
    // One that ended between the two reads is not there any more.
    const held = rows.flatMap(row => {
      const one = isKnown(row) ? before.get(row.ref) : found.get(row.ref);
      return one ? [[row.ref, one] as const] : [];
    });
    if (unknown.length > 0 || held.length !== before.size) {
      this.#kept = new Map(held);
    }
    return held.map(([, { scorecard }]) => scorecard);
  }

  /** @param refs - to be read whole; absent: only what tells whether they are the same, of all */
  async #select(
    refs?: readonly string[],
  ): Promise<(Record<string, any> & { ref: string; print: string })[]> {
    const query = this.#knex('scorecards').whereNull('removed_at');
    // SQLite has no hash, and reads in this process: there the row is its own.
    const print = isPostgres(query)
      ? 'md5(scorecards::text)'
      : 'json_array(origin, definition_hash, version, slots, problems, published_at, definition, spec)';
    query.select('ref', this.#knex.raw(`${print} as print`));
    if (refs) {
      query.select('scorecards.*');
      whereAnyOf(query, 'ref', refs);
    }
    orderByText(query, 'ref');
    return query;
  }
}
