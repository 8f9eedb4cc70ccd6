import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrationsDirectory } from '../DatabaseMigrations';

/** Every database that the engine supports. A store that is only right on one of them is wrong. */
export const testDatabaseIds: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];

/** Gives fresh databases to the tests of one file. */
export interface EngineDatabases {
  /** An empty database without any table. */
  createEmpty(id: TestDatabaseId): Promise<Knex>;
  /** A database with all migrations applied. */
  createMigrated(id: TestDatabaseId): Promise<Knex>;
}

/**
 * Prepares the databases for one test file; call it once, at its top level or in its outermost `describe`.
 *
 * @throws when PostgreSQL is missing, because the platform would otherwise leave its tests out without a word
 */
export function createEngineDatabases(): EngineDatabases {
  const databases = TestDatabases.create({
    ids: testDatabaseIds,
    disableDocker: true,
  });
  for (const id of testDatabaseIds) {
    if (!databases.supports(id)) {
      throw new Error(
        `The tests of the engine need ${id}. Run them through the repository's Jest set-up, which starts it, or set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING.`,
      );
    }
  }
  return {
    createEmpty: id => databases.init(id),
    async createMigrated(id) {
      const knex = await databases.init(id);
      await knex.migrate.latest({ directory: migrationsDirectory });
      return knex;
    },
  };
}

/**
 * Runs the same tests on SQLite and on PostgreSQL 18.
 *
 * @param name - what is tested; the database's id is added to it
 * @param tests - declares the tests; each call of `createDatabase` gives a fresh, migrated database
 */
export function eachDatabase(
  name: string,
  tests: (createDatabase: () => Promise<Knex>, id: TestDatabaseId) => void,
): void {
  const databases = createEngineDatabases();
  describe.each(testDatabaseIds)(`${name} on %s`, id => {
    tests(() => databases.createMigrated(id), id);
  });
}
