import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';

/** One column as the database has it. */
export interface SchemaColumn {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
}

/** What the migrations have made so far, without the tables in which knex keeps them. */
export interface Schema {
  columns: SchemaColumn[];
  /** Definitions of the indexes by name, each with its table. */
  indexes: { table: string; name: string; unique: boolean; text: string }[];
}

async function describePostgres(knex: Knex): Promise<Schema> {
  const columns: Record<string, any>[] = await knex(
    'information_schema.columns',
  )
    .where('table_schema', knex.raw('current_schema()'))
    // Nobody writes what the database itself derives from other columns.
    .where('is_generated', 'NEVER')
    .select(
      'table_name',
      'column_name',
      'data_type',
      'is_nullable',
      'column_default',
    );
  const indexes: Record<string, any>[] = await knex('pg_indexes')
    .where('schemaname', knex.raw('current_schema()'))
    .select('tablename', 'indexname', 'indexdef');
  return {
    columns: columns.map(row => ({
      table: row.table_name,
      column: row.column_name,
      type: row.data_type,
      nullable: row.is_nullable === 'YES',
      hasDefault: row.column_default !== null,
    })),
    indexes: indexes.map(row => ({
      table: row.tablename,
      name: row.indexname,
      unique: /^create unique/i.test(row.indexdef),
      text: row.indexdef,
    })),
  };
}

async function describeSqlite(knex: Knex): Promise<Schema> {
  const tables: { name: string }[] = await knex('sqlite_master')
    .where('type', 'table')
    .select('name');
  const schema: Schema = { columns: [], indexes: [] };
  for (const { name: table } of tables) {
    const columns: Record<string, any>[] = await knex.raw(
      `pragma table_info('${table}')`,
    );
    schema.columns.push(
      ...columns.map(row => ({
        table,
        column: row.name,
        type: row.type,
        nullable: row.notnull === 0,
        // The number of a row is given by the database.
        hasDefault:
          row.dflt_value !== null || (row.pk === 1 && row.type === 'INTEGER'),
      })),
    );
    const indexes: Record<string, any>[] = await knex.raw(
      `pragma index_list('${table}')`,
    );
    for (const { name, unique } of indexes) {
      const parts: Record<string, any>[] = await knex.raw(
        `pragma index_info('${name}')`,
      );
      const source = await knex('sqlite_master').where({ name }).first('sql');
      schema.indexes.push({
        table,
        name,
        unique: unique === 1,
        text: `${source?.sql} (${parts.map(part => part.name)})`,
      });
    }
  }
  return schema;
}

/** Every table, column and index, in an order by which two moments can be compared. */
export async function describeSchema(knex: Knex): Promise<Schema> {
  const schema = isPostgres(knex)
    ? await describePostgres(knex)
    : await describeSqlite(knex);
  const isOurs = ({ table }: { table: string }) =>
    !table.startsWith('knex_') && !table.startsWith('sqlite_');
  const inOrder = <T>(list: T[], keyOf: (item: T) => string) =>
    [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    columns: inOrder(
      schema.columns.filter(isOurs),
      ({ table, column }) => `${table} ${column}`,
    ),
    indexes: inOrder(
      schema.indexes.filter(isOurs),
      ({ table, name }) => `${table} ${name}`,
    ),
  };
}
