import { readdirSync } from 'node:fs';
import type { Knex } from 'knex';
import {
  createEngineDatabases,
  migrationsDirectory,
  testDatabaseIds,
} from './databases';

const files = readdirSync(migrationsDirectory)
  .filter(file => file.endsWith('.js'))
  .sort();

/** Every table, column and index, in a form that two moments can be compared by. */
async function describeSchema(knex: Knex): Promise<string[]> {
  if (knex.client.config.client === 'pg') {
    const columns = await knex('information_schema.columns')
      .where('table_schema', knex.raw('current_schema()'))
      .select('table_name', 'column_name', 'data_type', 'is_nullable');
    const indexes = await knex('pg_indexes')
      .where('schemaname', knex.raw('current_schema()'))
      .select('indexdef');
    return [
      ...columns.map(column => Object.values(column).join(' ')),
      ...indexes.map(index => index.indexdef),
    ]
      .filter(line => !line.includes('knex_migrations'))
      .sort();
  }
  const objects = await knex('sqlite_master').select('name', 'sql');
  return objects
    .filter(
      object =>
        !object.name.startsWith('knex_') && !object.name.startsWith('sqlite_'),
    )
    .map(object => `${object.name} ${object.sql}`)
    .sort();
}

describe('migrations', () => {
  const databases = createEngineDatabases();

  it('are named by time, verb and noun', () => {
    for (const file of files) {
      expect(file).toMatch(/^\d{14}_[a-z]+(_[a-z]+)+\.js$/);
    }
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(testDatabaseIds)(
    'go up one by one and leave nothing of themselves when they go down on %s',
    async id => {
      const knex = await databases.createEmpty(id);
      const directory = migrationsDirectory;
      const before: string[][] = [];
      for (const _file of files) {
        before.push(await describeSchema(knex));
        await knex.migrate.up({ directory });
      }
      const complete = await describeSchema(knex);
      for (const schema of before.reverse()) {
        await knex.migrate.down({ directory });
        expect(await describeSchema(knex)).toEqual(schema);
      }
      await knex.migrate.latest({ directory });
      expect(await describeSchema(knex)).toEqual(complete);
    },
  );
});
