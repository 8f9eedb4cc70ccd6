import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Progress, ProgressStore } from './ProgressStore';

const TABLE = 'progress';
const ONLY_ROW = { id: 1 };

interface ProgressRow {
  id: number;
  seed: string;
  anchor_day: string;
  days: number;
  sent_until: number | string | null;
}

/** Keeps the progress in the plugin's own database. */
export class DatabaseProgressStore implements ProgressStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Opens the plugin's database and brings its schema up to date. */
  static async create(
    database: DatabaseService,
  ): Promise<DatabaseProgressStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath('@opmodel/demo', 'migrations'),
      });
    }
    return new DatabaseProgressStore(knex);
  }

  async begin(start: Omit<Progress, 'sentUntil'>): Promise<Progress> {
    await this.#knex<ProgressRow>(TABLE)
      .insert({
        ...ONLY_ROW,
        seed: start.seed,
        anchor_day: start.anchorDay,
        days: start.days,
        sent_until: null,
      })
      .onConflict('id')
      .ignore();
    const row = await this.#knex<ProgressRow>(TABLE).where(ONLY_ROW).first();
    const { seed, anchor_day: anchorDay, days, sent_until: sent } = row!;
    return {
      seed,
      anchorDay,
      days,
      // PostgreSQL gives a bigint as text.
      sentUntil: sent === null ? null : Number(sent),
    };
  }

  async advance(sentUntil: number): Promise<void> {
    await this.#knex<ProgressRow>(TABLE)
      .where(ONLY_ROW)
      .andWhere(query =>
        query.whereNull('sent_until').orWhere('sent_until', '<', sentUntil),
      )
      .update({ sent_until: sentUntil });
  }
}
