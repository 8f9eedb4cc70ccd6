import type { Knex } from 'knex';
import { orderByText } from '../../catalog/DatabaseLists';
import {
  DatabaseHeldScorecards,
  printOfScorecard,
} from '../definitions/DatabaseHeldScorecards';
import { fromResultRow } from '../evaluation/DatabaseResultRows';
import type { HeldStanding, StandingStore } from './StandingStore';

/** Reads where entities stand from SQLite or PostgreSQL. */
export class DatabaseStandingStore implements StandingStore {
  readonly #knex: Knex;
  readonly #held: DatabaseHeldScorecards;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#held = new DatabaseHeldScorecards(knex);
  }

  async read(
    entityRef: string,
  ): Promise<{ scorecards: HeldStanding[]; waiting: boolean }> {
    const knex = this.#knex;
    // One row at least, also where there is no scorecard.
    const query = knex
      .select('result.*', 'work.waiting', {
        ref: 'scorecards.ref',
      })
      .select(printOfScorecard(knex))
      .from(
        knex.raw(
          '(select exists (select 1 from scorecard_work where entity_ref = ?) as waiting) as work',
          [entityRef],
        ),
      )
      .leftJoin('scorecards', join => join.onNull('scorecards.removed_at'))
      .leftJoin('scorecard_results as result', join =>
        join
          .on('result.scorecard_ref', 'scorecards.ref')
          .andOnVal('result.entity_ref', '=', entityRef),
      );
    orderByText(query, 'scorecards.ref');
    const rows: Record<string, any>[] = await query;
    const held = await this.#held.complete(
      rows.flatMap(({ ref, print }) => (ref === null ? [] : [{ ref, print }])),
    );
    return {
      scorecards: rows.flatMap(row => {
        const scorecard = held.get(row.ref);
        if (!scorecard) {
          return [];
        }
        const slots = new Map([[row.ref, scorecard.slots]]);
        const result =
          row.entity_ref === null ? null : fromResultRow(row, slots);
        return [{ scorecard, result }];
      }),
      waiting: Boolean(rows[0].waiting),
    };
  }
}
