import type { ScorecardProblem } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  isPostgres,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { unscoredKinds } from '../scoredKinds';
import { DatabaseHeldScorecards } from './DatabaseHeldScorecards';
import { readScorecardRevision } from './DatabaseScorecardRevision';
import { fromScorecardRow, toScorecardRow } from './DatabaseScorecardRows';
import {
  type DefinitionWork,
  planPublication,
  workOfRemoval,
} from './scorecardVersions';
import type {
  PublishedScorecard,
  ScorecardStore,
  ScorecardVersion,
  StoredScorecard,
} from './ScorecardStore';

/** Keeps scorecards in SQLite or PostgreSQL. */
export class DatabaseScorecardStore implements ScorecardStore {
  readonly #knex: Knex;
  readonly #held: DatabaseHeldScorecards;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#held = new DatabaseHeldScorecards(knex);
  }

  list(): Promise<StoredScorecard[]> {
    return this.#held.list();
  }

  async get(ref: string): Promise<StoredScorecard | undefined> {
    const row = await this.#knex('scorecards').where({ ref }).first();
    return row && fromScorecardRow(row);
  }

  revision(): Promise<string> {
    return readScorecardRevision(this.#knex);
  }

  async publish(
    scorecards: readonly PublishedScorecard[],
    { now }: { now: number },
  ): Promise<void> {
    await this.#change(async transaction => {
      const known = await readAll(transaction);
      const { stored, renewed, work } = planPublication(known, scorecards, now);
      for (const [at, one] of stored.entries()) {
        const { ref } = one.definition;
        const { ref: _, ...overwritten } = toScorecardRow(one);
        await transaction('scorecards')
          .insert({ ref, ...overwritten })
          .onConflict('ref')
          .merge(overwritten);
        if (renewed.has(ref)) {
          await transaction('scorecard_versions').insert({
            scorecard_ref: ref,
            version: one.version,
            definition: overwritten.definition,
            definition_hash: one.definitionHash,
            spec: overwritten.spec,
            published_at: now,
            published_by: scorecards[at].publishedBy,
            note: scorecards[at].note,
          });
        }
      }
      await leaveWorkForAll(transaction, work, now);
    });
  }

  async noteProblems(
    problems: ReadonlyMap<string, readonly ScorecardProblem[]>,
  ): Promise<void> {
    await this.#change(async transaction => {
      for (const [ref, found] of problems) {
        await transaction('scorecards')
          .where({ ref })
          .whereNull('removed_at')
          .update({ problems: JSON.stringify(found) });
      }
    });
  }

  async remove(
    refs: readonly string[],
    { now }: { now: number },
  ): Promise<void> {
    await this.#change(async transaction => {
      const known = await readAll(transaction);
      const held = known.flatMap(({ definition: { ref }, removedAt }) =>
        removedAt === null && refs.includes(ref) ? [ref] : [],
      );
      const query = transaction('scorecards');
      whereAnyOf(query, 'ref', held);
      await query.update({ removed_at: now });
      await leaveWorkForAll(transaction, workOfRemoval(known, held), now);
    });
  }

  async listVersions(
    ref: string,
    { limit, before }: { limit: number; before?: number },
  ): Promise<ScorecardVersion[]> {
    const query = this.#knex('scorecard_versions')
      .where('scorecard_ref', ref)
      .orderBy('version', 'desc')
      .limit(limit);
    if (before !== undefined) {
      query.where('version', '<', before);
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(fromVersionRow);
  }

  async getVersion(
    ref: string,
    version: number,
  ): Promise<ScorecardVersion | undefined> {
    const row = await this.#knex('scorecard_versions')
      .where({ scorecard_ref: ref, version })
      .first();
    return row && fromVersionRow(row);
  }

  /** Definitions change one after the other, so that no version is lost. */
  async #change(
    write: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      if (isPostgres(transaction)) {
        await transaction.raw(
          'select pg_advisory_xact_lock(hashtextextended(?, 0))',
          ['scorecards'],
        );
      }
      await write(transaction);
    });
  }
}

/** Leaves work for every entity that can be scored, without reading any of them. */
async function leaveWorkForAll(
  transaction: Knex.Transaction,
  work: readonly DefinitionWork[],
  now: number,
): Promise<void> {
  for (const { scorecardRef, checks } of work) {
    const entities = transaction('entities')
      .whereNull('removed_at')
      .whereNotIn('kind', unscoredKinds)
      .select(
        'ref',
        transaction.raw('cast(? as text)', [scorecardRef]),
        transaction.raw('cast(? as text)', [checks && JSON.stringify(checks)]),
        transaction.raw('cast(? as bigint)', [now]),
      );
    orderByText(entities, 'ref');
    const columns = '?? (??, ??, ??, ??)';
    await transaction
      .into(
        transaction.raw(columns, [
          'scorecard_work',
          'entity_ref',
          'scorecard_ref',
          'checks',
          'created_at',
        ]),
      )
      .insert(entities);
  }
}

async function readAll(knex: Knex): Promise<StoredScorecard[]> {
  const query = knex('scorecards');
  orderByText(query, 'ref');
  const rows: Record<string, any>[] = await query;
  return rows.map(fromScorecardRow);
}

function fromVersionRow(row: Record<string, any>): ScorecardVersion {
  return {
    scorecardRef: row.scorecard_ref,
    version: row.version,
    definition: JSON.parse(row.definition),
    definitionHash: row.definition_hash,
    spec: JSON.parse(row.spec),
    publishedAt: Number(row.published_at),
    publishedBy: row.published_by,
    note: row.note,
  };
}
