import type { SuggestionSource } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres, orderByText } from '../../catalog/DatabaseLists';
import type {
  RegisteredSource,
  RunProgress,
  SuggestionRunStore,
  SuggestionSourceState,
  TakenRun,
} from './SuggestionRunStore';

const TABLE = 'tech_debt_suggestion_sources';

/** Where a run that has not looked at anything is. */
const BEGINNING = '';

/** Keeps how sources fare in SQLite or PostgreSQL. */
export class DatabaseSuggestionRunStore implements SuggestionRunStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async register(
    sources: readonly RegisteredSource[],
    { now }: { now: number },
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction(TABLE)
        .whereNotIn(
          'source',
          sources.map(({ source }) => source),
        )
        .update({ next_at: null });
      const sorted = [...sources].sort((a, b) =>
        a.source < b.source ? -1 : 1,
      );
      for (const { source, cadenceMs } of sorted) {
        await transaction(TABLE)
          .insert({
            source,
            cadence_ms: cadenceMs,
            next_at: cadenceMs === null ? null : now,
            run_entities: 0,
            run_problems: 0,
          })
          .onConflict('source')
          .ignore();
        const latest = cadenceMs === null ? null : now + cadenceMs;
        await transaction(TABLE)
          .where({ source })
          .update({
            cadence_ms: cadenceMs,
            next_at:
              latest === null
                ? null
                : transaction.raw(
                    'case when next_at is null then ? when next_at > ? then ? else next_at end',
                    [now, latest, latest],
                  ),
          });
      }
    });
  }

  async list(): Promise<SuggestionSourceState[]> {
    const query = this.#knex(TABLE).select();
    orderByText(query, 'source');
    const rows: any[] = await query;
    return rows.map(toState);
  }

  async start(
    source: SuggestionSource,
    { owner, now, leaseMs }: { owner: string; now: number; leaseMs: number },
  ): Promise<TakenRun | undefined> {
    return this.#knex.transaction(async transaction => {
      const query = transaction(TABLE)
        .where({ source })
        .where('next_at', '<=', now)
        .where(free =>
          free.whereNull('lease_until').orWhere('lease_until', '<=', now),
        );
      const row = await (isPostgres(transaction)
        ? query.forUpdate()
        : query
      ).first();
      if (!row) {
        return undefined;
      }
      const isNew = row.run_at === null;
      const runAt = isNew ? now : Number(row.run_at);
      await transaction(TABLE)
        .where({ source })
        .update({
          lease_owner: owner,
          lease_until: now + leaseMs,
          started_at: now,
          run_at: runAt,
          ...(isNew ? { cursor: null, run_entities: 0, run_problems: 0 } : {}),
        });
      return {
        runAt,
        cursor: isNew ? null : row.cursor,
        entities: isNew ? 0 : row.run_entities,
        problems: isNew ? 0 : row.run_problems,
        hasFailedHere:
          !isNew && row.failed_cursor === (row.cursor ?? BEGINNING),
      };
    });
  }

  async renew(
    source: SuggestionSource,
    { owner, leaseUntil }: { owner: string; leaseUntil: number },
  ): Promise<boolean> {
    return this.#update(source, owner, { lease_until: leaseUntil });
  }

  async advance(
    source: SuggestionSource,
    { owner, cursor, entities, problems }: RunProgress & { owner: string },
  ): Promise<boolean> {
    return this.#update(source, owner, {
      cursor,
      run_entities: entities,
      run_problems: problems,
    });
  }

  async finish(
    source: SuggestionSource,
    {
      owner,
      finishedAt,
      nextAt,
    }: { owner: string; finishedAt: number; nextAt: number },
  ): Promise<void> {
    await this.#update(source, owner, {
      lease_owner: null,
      lease_until: null,
      run_at: null,
      cursor: null,
      failed_cursor: null,
      succeeded_at: finishedAt,
      next_at: nextAt,
      entities: this.#knex.ref('run_entities'),
      problem_entities: this.#knex.ref('run_problems'),
      error: null,
    });
  }

  async interrupt(
    source: SuggestionSource,
    {
      owner,
      nextAt,
      error,
    }: { owner: string; nextAt: number; error: string | null },
  ): Promise<void> {
    await this.#update(source, owner, {
      lease_owner: null,
      lease_until: null,
      next_at: nextAt,
      error,
      failed_cursor:
        error === null
          ? null
          : this.#knex.raw('coalesce(cursor, ?)', [BEGINNING]),
    });
  }

  async requestIdle({ now }: { now: number }): Promise<void> {
    await this.#knex(TABLE)
      .where({ entities: 0 })
      .where('next_at', '>', now)
      .update({ next_at: now });
  }

  async noteSent(
    source: SuggestionSource,
    { now }: { now: number },
  ): Promise<void> {
    await this.#knex(TABLE)
      .where({ source })
      .update({ started_at: now, succeeded_at: now });
  }

  async #update(
    source: SuggestionSource,
    owner: string,
    columns: object,
  ): Promise<boolean> {
    const updated = await this.#knex(TABLE)
      .where({ source, lease_owner: owner })
      .update(columns);
    return updated === 1;
  }
}

function toState(row: any): SuggestionSourceState {
  const instant = (value: unknown) => (value === null ? null : Number(value));
  return {
    source: row.source,
    cadenceMs: instant(row.cadence_ms),
    nextAt: instant(row.next_at),
    startedAt: instant(row.started_at),
    succeededAt: instant(row.succeeded_at),
    leaseUntil: instant(row.lease_until),
    isUnderWay: row.run_at !== null,
    entities: row.entities,
    problems: row.problem_entities,
    error: row.error,
  };
}
