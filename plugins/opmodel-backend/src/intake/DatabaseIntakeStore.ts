import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { DatabaseCatalogStore } from '../catalog/DatabaseCatalogStore';
import { isPostgres } from '../catalog/DatabaseLists';
import { DatabaseEventStore } from './DatabaseEventStore';
import { DatabaseRecalculationStore } from './DatabaseRecalculationStore';
import { DatabaseRecordStore } from './DatabaseRecordStore';
import { subjectId, type SubjectKey } from './EventStore';
import type { IntakeStore, IntakeStores, SubjectLock } from './IntakeStore';

/**
 * Number of locks that the subjects share. A batch of 1,000 subjects takes at most this many, while PostgreSQL has room for
 * about 6,400 over all connections; two single events rarely meet.
 */
const LOCKS = 128;

/** Sets these locks apart from those that others take in the same database. */
const LOCK_SPACE = 1_869_770_095;

function lockOf(subject: SubjectKey): number {
  return createHash('sha256').update(subjectId(subject)).digest()[0] % LOCKS;
}

/** Takes the locks in the order of their numbers, so that two transactions never wait for each other. */
async function takeLocks(
  transaction: Knex.Transaction,
  subjects: Iterable<SubjectLock>,
): Promise<void> {
  const isShared = new Map<number, boolean>();
  for (const subject of subjects) {
    const lock = lockOf(subject);
    // Who shares one subject and changes another of the same number changes.
    isShared.set(lock, Boolean(subject.shared) && (isShared.get(lock) ?? true));
  }
  const runs: { shared: boolean; locks: number[] }[] = [];
  for (const [lock, shared] of [...isShared].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run?.shared === shared) {
      run.locks.push(lock);
    } else {
      runs.push({ shared, locks: [lock] });
    }
  }
  for (const { shared, locks } of runs) {
    await transaction.raw(
      `select pg_advisory_xact_lock${
        shared ? '_shared' : ''
      }(?, lock) from unnest(?::int[]) as lock`,
      [LOCK_SPACE, locks],
    );
  }
}

function storesOf(knex: Knex, subjects: readonly string[]): IntakeStores {
  return {
    events: new DatabaseEventStore(knex),
    records: new DatabaseRecordStore(knex),
    recalculations: new DatabaseRecalculationStore(knex, subjects),
    catalog: new DatabaseCatalogStore(knex),
  };
}

/** The stores of intake in the engine's database. */
export class DatabaseIntakeStore implements IntakeStore {
  readonly events: IntakeStores['events'];
  readonly records: IntakeStores['records'];
  readonly recalculations: IntakeStores['recalculations'];
  readonly catalog: IntakeStores['catalog'];
  readonly #knex: Knex;
  readonly #subjects: readonly string[];

  /**
   * @param subjects - ids of the subjects that compute numbers
   */
  constructor(knex: Knex, subjects: readonly string[]) {
    const stores = storesOf(knex, subjects);
    this.events = stores.events;
    this.records = stores.records;
    this.recalculations = stores.recalculations;
    this.catalog = stores.catalog;
    this.#knex = knex;
    this.#subjects = subjects;
  }

  async transaction<T>(
    subjects: Iterable<SubjectLock>,
    work: (stores: IntakeStores) => Promise<T>,
  ): Promise<T> {
    return this.#knex.transaction(async transaction => {
      // SQLite has one connection, and so one transaction, at a time.
      if (isPostgres(this.#knex)) {
        await takeLocks(transaction, subjects);
      }
      return work(storesOf(transaction, this.#subjects));
    });
  }
}
