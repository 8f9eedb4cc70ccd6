import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { migrateDatabase, migrationsDirectory } from '../DatabaseMigrations';
import { isPostgres } from '../catalog/DatabaseLists';
import beforeInboxOnPostgres from './__fixtures__/statementsBeforeInbox.postgres.json';
import beforeInboxOnSqlite from './__fixtures__/statementsBeforeInbox.sqlite.json';
import { createEngineDatabases, testDatabaseIds } from './databases';
import { describeSchema, type Schema } from './describeSchema';
import { readRows } from './sampleRows';

const files = readdirSync(migrationsDirectory)
  .filter(file => file.endsWith('.js'))
  .sort();

/** The migrations of the first version. All later ones only add to it. */
const firstVersion = [
  '20261122090000_create_catalog_snapshot.js',
  '20261122090100_create_intake.js',
  '20261122090200_create_dora_days.js',
];

interface Statement {
  sql: string;
  bindings: unknown[];
}

/**
 * All that the first version wrote, and what it read, while it scanned a catalog twice, took, corrected and withdrew facts,
 * computed and answered numbers, and ran a collector: the statements as its stores gave them to the database.
 */
const ofFirstVersion: Record<string, Statement[]> = {
  SQLITE_3: beforeInboxOnSqlite,
  POSTGRES_18: beforeInboxOnPostgres,
};

/** What keeps the version before a migration from working after it. */
function obstacles(before: Schema, after: Schema): string[] {
  const found: string[] = [];
  const isOld = (table: string) =>
    before.columns.some(column => column.table === table);
  for (const old of before.columns) {
    const now = after.columns.find(
      ({ table, column }) => table === old.table && column === old.column,
    );
    const name = `${old.table}.${old.column}`;
    if (!now) {
      found.push(`${name} is gone`);
    } else if (now.type !== old.type) {
      found.push(`${name} was ${old.type} and is ${now.type}`);
    } else if (old.nullable && !now.nullable) {
      found.push(`${name} must have a value now`);
    } else if (old.hasDefault && !now.hasDefault) {
      found.push(`${name} has lost its default`);
    }
  }
  for (const { table, column, nullable, hasDefault } of after.columns) {
    const isNew = !before.columns.some(
      old => old.table === table && old.column === column,
    );
    if (isNew && isOld(table) && !nullable && !hasDefault) {
      found.push(`${table}.${column} is not written by the version before`);
    }
  }
  for (const { table, name, unique } of after.indexes) {
    const isNew = !before.indexes.some(index => index.name === name);
    if (isNew && unique && isOld(table)) {
      found.push(`${name} may refuse what the version before writes`);
    }
  }
  for (const { table, name, unique } of before.indexes) {
    // The version before may name it: on conflict (…).
    if (unique && !after.indexes.some(index => index.name === name)) {
      found.push(`${name} of ${table} is gone`);
    }
  }
  return found;
}

/** Runs statements as the driver got them, on one connection. */
async function replay(
  knex: Knex,
  statements: Statement[],
): Promise<unknown[][]> {
  const answers: unknown[][] = [];
  await knex.transaction(async transaction => {
    const connection = await transaction.client.acquireConnection();
    for (const { sql, bindings } of statements) {
      if (isPostgres(knex)) {
        const { rows } = await connection.query(sql, bindings);
        answers.push(rows);
      } else {
        const statement = connection.prepare(sql);
        const values = bindings.map(value =>
          typeof value === 'boolean' ? Number(value) : value,
        );
        if (statement.reader) {
          answers.push(statement.all(values));
        } else {
          statement.run(values);
        }
      }
    }
  });
  return answers;
}

async function readTables(knex: Knex, schema: Schema): Promise<object> {
  const tables = new Set(schema.columns.map(({ table }) => table));
  const rows: Record<string, object[]> = {};
  for (const table of tables) {
    const columns = schema.columns.filter(column => column.table === table);
    rows[table] = await readRows(
      knex,
      table,
      columns.map(({ column }) => column),
    );
  }
  return rows;
}

describe('a roll-out, during which two versions work on one database', () => {
  const databases = createEngineDatabases();
  let oldDirectory: string;

  beforeAll(() => {
    oldDirectory = mkdtempSync(join(tmpdir(), 'opmodel-migrations-'));
    for (const file of firstVersion) {
      cpSync(join(migrationsDirectory, file), join(oldDirectory, file));
    }
  });

  afterAll(() => rmSync(oldDirectory, { recursive: true }));

  it('finds the published migrations where they were', () => {
    expect(files.slice(0, firstVersion.length)).toEqual(firstVersion);
  });

  it.each(testDatabaseIds)(
    'meets no migration that takes something from the version before on %s',
    async id => {
      const knex = await databases.createEmpty(id);
      await migrateDatabase(knex, oldDirectory);
      for (const file of files.slice(firstVersion.length)) {
        const before = await describeSchema(knex);
        await knex.migrate.up({ directory: migrationsDirectory });
        expect([file, obstacles(before, await describeSchema(knex))]).toEqual([
          file,
          [],
        ]);
      }
    },
  );

  it('would notice one', async () => {
    const knex = await databases.createEmpty('SQLITE_3');
    await migrateDatabase(knex, oldDirectory);
    const before = await describeSchema(knex);
    await knex.schema.alterTable('scans', table => {
      table.dropColumn('changed');
    });
    await knex.schema.alterTable('scans', table => {
      table.unique(['started_at']);
      table.text('mood').notNullable().defaultTo('good');
    });
    await knex.schema.dropTable('collector_watermarks');
    expect(obstacles(before, await describeSchema(knex)).sort()).toEqual([
      'collector_watermarks.collector is gone',
      'collector_watermarks.saved_at is gone',
      'collector_watermarks.watermark is gone',
      'scans.changed is gone',
      'scans_started_at_unique may refuse what the version before writes',
      'sqlite_autoindex_collector_watermarks_1 of collector_watermarks is gone',
    ]);
  });

  it.each(testDatabaseIds)(
    'lets the first version write and read on the newest schema as on its own, on %s',
    async id => {
      const own = await databases.createEmpty(id);
      await migrateDatabase(own, oldDirectory);
      const schema = await describeSchema(own);
      const newest = await databases.createMigrated(id);
      const statements = ofFirstVersion[id];
      expect(statements.length).toBeGreaterThan(100);

      const answers = await replay(own, statements);
      // What it reads of whole rows has more columns now.
      const onNewest = await replay(newest, statements);
      expect(onNewest).toMatchObject(answers);
      expect(onNewest.map(rows => rows.length)).toEqual(
        answers.map(rows => rows.length),
      );
      const rows: any = await readTables(own, schema);
      expect(await readTables(newest, schema)).toEqual(rows);
      // They did something.
      for (const table of ['entities', 'deployments', 'dora_entity_days']) {
        expect([table, rows[table].length > 0]).toEqual([table, true]);
      }
    },
  );

  it.each(testDatabaseIds)(
    'lets the first version start again after the newest one has migrated, on %s',
    async id => {
      const knex = await databases.createMigrated(id);
      const newest = await describeSchema(knex);
      // What knex does by itself is why it is told not to.
      await expect(
        knex.migrate.latest({ directory: oldDirectory }),
      ).rejects.toThrow('migration directory is corrupt');
      await migrateDatabase(knex, oldDirectory);
      expect(await describeSchema(knex)).toEqual(newest);
      // And the newest once more.
      await migrateDatabase(knex);
      expect(await describeSchema(knex)).toEqual(newest);
    },
  );
});
