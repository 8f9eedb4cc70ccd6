import { readdirSync } from 'node:fs';
import type { Knex } from 'knex';
import { migrationsDirectory } from '../DatabaseMigrations';
import { createEngineDatabases, testDatabaseIds } from './databases';
import { describeSchema, type Schema } from './describeSchema';
import { insertSampleRows, readRows } from './sampleRows';

jest.setTimeout(60_000);

const directory = migrationsDirectory;
const files = readdirSync(directory)
  .filter(file => file.endsWith('.js'))
  .sort();

const tablesOf = ({ columns }: Schema) => [
  ...new Set(columns.map(({ table }) => table)),
];

/** The rows of all tables of a schema, in the columns that it has. */
async function readAll(knex: Knex, schema: Schema): Promise<object> {
  const rows: Record<string, object[]> = {};
  for (const table of tablesOf(schema)) {
    rows[table] = await readRows(
      knex,
      table,
      schema.columns
        .filter(column => column.table === table)
        .map(({ column }) => column),
    );
  }
  return rows;
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
    'go up and down around the data that is there, and leave nothing of themselves, on %s',
    async id => {
      const knex = await databases.createEmpty(id);
      const before: { schema: Schema; rows: object }[] = [];
      const filled = new Set<string>();
      for (const _file of files) {
        const schema = await describeSchema(knex);
        before.push({ schema, rows: await readAll(knex, schema) });
        await knex.migrate.up({ directory });

        const { rows } = before[before.length - 1];
        expect(await readAll(knex, schema)).toEqual(rows);
        const grown = await describeSchema(knex);
        for (const table of tablesOf(grown)) {
          if (!filled.has(table)) {
            await insertSampleRows(knex, grown, table);
            filled.add(table);
          }
        }
      }

      const complete = await describeSchema(knex);
      for (const { schema, rows } of before.reverse()) {
        await knex.migrate.down({ directory });
        expect(await describeSchema(knex)).toEqual(schema);
        expect(await readAll(knex, schema)).toEqual(rows);
      }
      await knex.migrate.latest({ directory });
      expect(await describeSchema(knex)).toEqual(complete);
    },
  );
});
