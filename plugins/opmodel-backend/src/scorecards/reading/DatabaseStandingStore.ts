import type { Knex } from 'knex';
import { selectOpenAcceptances } from '../../acceptances/selectOpenAcceptances';
import { isPostgres, orderByText } from '../../catalog/DatabaseLists';
import {
  DatabaseHeldScorecards,
  printOfScorecard,
} from '../definitions/DatabaseHeldScorecards';
import { fromResultRow } from '../evaluation/DatabaseResultRows';
import {
  fromKnownFactRow,
  readKnownFacts,
  selectKnownFacts,
} from '../facts/DatabaseFactRows';
import type { EntityStandings, StandingStore } from './StandingStore';

/** Reads where entities stand from SQLite or PostgreSQL. */
export class DatabaseStandingStore implements StandingStore {
  readonly #knex: Knex;
  readonly #held: DatabaseHeldScorecards;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#held = new DatabaseHeldScorecards(knex);
  }

  async read(entityRef: string): Promise<EntityStandings> {
    const rows = await this.#select(entityRef);
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
      facts: isPostgres(this.#knex)
        ? rows.flatMap(({ told }) => told ?? []).map(fromKnownFactRow)
        : await readKnownFacts(this.#knex, [entityRef]),
      waiting: Boolean(rows[0].waiting),
      isExcused: Boolean(rows[0].excused),
    };
  }

  /** One row at least, also where there is no scorecard. */
  async #select(entityRef: string): Promise<Record<string, any>[]> {
    const knex = this.#knex;
    const query = knex
      .select('result.*', 'work.waiting', 'work.excused', {
        ref: 'scorecards.ref',
      })
      .select(printOfScorecard(knex))
      .from(
        knex.raw(
          `(select exists ? as waiting, exists ? as excused) as work`,
          [
            knex('scorecard_work').where('entity_ref', entityRef),
            selectOpenAcceptances(knex, 'check', entityRef),
          ],
        ),
      )
      .leftJoin('scorecards', join => join.onNull('scorecards.removed_at'))
      .leftJoin('scorecard_results as result', join =>
        join
          .on('result.scorecard_ref', 'scorecards.ref')
          .andOnVal('result.entity_ref', '=', entityRef),
      );
    if (isPostgres(knex)) {
      // Facts come with one of the rows: each statement takes longer on its way than in the database.
      query.select(
        knex.raw(
          `case when row_number() over () = 1
             then (select json_agg(row_to_json(one)) from (?) as one) end as told`,
          [selectKnownFacts(knex, [entityRef])],
        ),
      );
    }
    orderByText(query, 'scorecards.ref');
    return query;
  }
}
