import type { OnCallAnswer } from '@opmodel/backstage-plugin-opmodel-node';
import type { Knex } from 'knex';
import {
  inBulks,
  isPostgres,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import type { KeptOnCall, OnCallStore } from './OnCallStore';

/** Keeps answers in SQLite or PostgreSQL. */
export class DatabaseOnCallStore implements OnCallStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async want(
    provider: string,
    schedules: readonly string[],
    { now }: { now: number },
  ): Promise<void> {
    const rows = [...new Set(schedules)].map(schedule => ({
      provider,
      schedule,
      failing: false,
      wanted_at: now,
    }));
    await this.#knex.transaction(async transaction => {
      await inBulks(rows, bulk =>
        transaction('on_call_answers')
          .insert(bulk)
          .onConflict(['provider', 'schedule'])
          .merge(['wanted_at']),
      );
      await transaction('on_call_answers')
        .where({ provider })
        .where('wanted_at', '<', now)
        .delete();
    });
  }

  async claim(
    provider: string,
    { now, before, limit }: { now: number; before: number; limit: number },
  ): Promise<string[]> {
    return this.#knex.transaction(async transaction => {
      const query = transaction('on_call_answers')
        .where({ provider })
        .where(due =>
          due.whereNull('tried_at').orWhere('tried_at', '<=', before),
        )
        .select('schedule')
        .orderByRaw('coalesce(tried_at, 0)')
        .limit(limit);
      orderByText(query, 'schedule');
      if (isPostgres(query)) {
        query.forUpdate().skipLocked();
      }
      const rows: { schedule: string }[] = await query;
      const claimed = rows.map(({ schedule }) => schedule);
      const update = transaction('on_call_answers').where({ provider });
      whereAnyOf(update, 'schedule', claimed);
      await update.update({ tried_at: now });
      return claimed;
    });
  }

  async keep(
    provider: string,
    answers: ReadonlyMap<string, OnCallAnswer>,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      for (const [schedule, { asOf, entries, url }] of answers) {
        await transaction('on_call_answers')
          .where({ provider, schedule })
          .update({
            answer: JSON.stringify({ entries, url }),
            as_of: asOf,
            failing: false,
          });
      }
    });
  }

  async fail(provider: string, schedules: readonly string[]): Promise<void> {
    const query = this.#knex('on_call_answers').where({ provider });
    whereAnyOf(query, 'schedule', schedules);
    await query.update({ failing: true });
  }

  async get(
    provider: string,
    schedule: string,
  ): Promise<KeptOnCall | undefined> {
    return (await this.getMany(provider, [schedule])).get(schedule);
  }

  async getMany(
    provider: string,
    schedules: readonly string[],
  ): Promise<ReadonlyMap<string, KeptOnCall>> {
    const query = this.#knex('on_call_answers').where({ provider });
    whereAnyOf(query, 'schedule', schedules);
    const rows: Record<string, any>[] = await query;
    return new Map(
      rows.map((row): [string, KeptOnCall] => [
        row.schedule,
        {
          answer:
            row.answer === null
              ? null
              : { ...JSON.parse(row.answer), asOf: Number(row.as_of) },
          failing: Boolean(row.failing),
        },
      ]),
    );
  }
}
