import type { Knex } from 'knex';
import { createEngineDatabases, testDatabaseIds } from './databases';

/** Where a store under test keeps its rows. */
export type StoreBacking = 'FAKE' | 'SQLITE_3' | 'POSTGRES_18';

/** How one contract meets every implementation of a store. */
export interface StoreContractOptions<TStore> {
  /** Name of the store's interface. */
  name: string;
  /** A fresh fake. */
  fake: () => TStore | Promise<TStore>;
  /** A store on a fresh database with all migrations applied. */
  database: (knex: Knex) => TStore | Promise<TStore>;
}

/**
 * Runs one contract test against the fake, SQLite and PostgreSQL 18, so that what is proven with the fake holds for the
 * databases as well. `TStore` may be an object of several stores that share one database.
 *
 * @param tests - declares the tests; each call of `createStore` gives a fresh, empty store
 */
export function eachStore<TStore>(
  options: StoreContractOptions<TStore>,
  tests: (createStore: () => Promise<TStore>, backing: StoreBacking) => void,
): void {
  const databases = createEngineDatabases();
  describe(`${options.name} on FAKE`, () => {
    tests(async () => options.fake(), 'FAKE');
  });
  describe.each(testDatabaseIds)(`${options.name} on %s`, id => {
    tests(
      async () => options.database(await databases.createMigrated(id)),
      id as StoreBacking,
    );
  });
}
