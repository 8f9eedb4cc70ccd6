import type { Knex } from 'knex';
import { selectOpenAcceptances } from '../../acceptances/DatabaseOpenAcceptances';
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

/** Stands for the entity in the statement. */
const ANY_ENTITY = 'any-entity';

/** Reads where entities stand from SQLite or PostgreSQL. */
export class DatabaseStandingStore implements StandingStore {
  readonly #knex: Knex;
  readonly #held: DatabaseHeldScorecards;
  #statement: { sql: string; bindings: readonly Knex.RawBinding[] } | undefined;

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
    if (!isPostgres(this.#knex)) {
      return this.#build(entityRef);
    }
    // Putting it together takes as long as the database takes to answer it, and it is the same for every entity.
    this.#statement ??= this.#build(ANY_ENTITY).toSQL();
    const { sql, bindings } = this.#statement;
    const { rows } = await this.#knex.raw(
      sql,
      bindings.map(value => nameEntity(value, entityRef)),
    );
    return rows;
  }

  #build(entityRef: string): Knex.QueryBuilder<any, Record<string, any>[]> {
    const knex = this.#knex;
    const query = knex
      .select('result.*', 'work.waiting', 'work.excused', {
        ref: 'scorecards.ref',
      })
      .select(printOfScorecard(knex))
      .from(
        knex.raw(`(select exists ? as waiting, exists ? as excused) as work`, [
          knex('scorecard_work').where('entity_ref', entityRef),
          selectOpenAcceptances(knex, 'check', entityRef),
        ]),
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

/** The same binding for this entity, also where it is a list. */
function nameEntity(
  value: Knex.RawBinding,
  entityRef: string,
): Knex.RawBinding {
  if (Array.isArray(value)) {
    return value.map(one => nameEntity(one, entityRef)) as Knex.RawBinding;
  }
  return value === ANY_ENTITY ? entityRef : value;
}
