import { isError } from '@backstage/errors';
import type { Knex } from 'knex';

/** What a database or the way to it has thrown. */
const databaseErrors = new WeakSet<object>();

/** PostgreSQL's codes for values that it cannot take; their messages quote the value. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/;

/** Fields in which PostgreSQL repeats values of the row, the document or the statement at fault. */
const TELLING_FIELDS = ['detail', 'where', 'internalQuery'];

function withoutValues(error: Error & { code?: unknown }, sql: string): void {
  const prefix = `${sql} - `;
  const fromDriver = error.message.startsWith(prefix)
    ? error.message.slice(prefix.length)
    : error.message;
  if (DATA_EXCEPTION.test(String(error.code))) {
    error.message = `the database cannot take a value (${error.code})`;
    error.stack = error.stack?.replace(fromDriver, () => error.message);
  } else {
    error.message = fromDriver;
  }
  for (const field of TELLING_FIELDS) {
    Reflect.deleteProperty(error, field);
  }
}

/**
 * Keeps the content of rows out of errors. Knex writes the statement with its values into the message of what the database has
 * thrown, and from there they would get into logs, audits, reasons and answers: titles, names and whole bodies of what somebody
 * delivered. What is left is the driver's message and code, and the table, column and constraint that PostgreSQL names.
 *
 * It also lets {@link isDatabaseError} know them. Call it once for a client, before its first use.
 */
export function keepValuesOutOfErrors(knex: Knex): void {
  const { client } = knex;
  // So that what knex puts before the driver's message is known to the letter.
  client.config.compileSqlOnError = false;
  // Knex tells of an error before anybody else gets it, also within transactions.
  knex.on('query-error', (error: unknown, { sql }: { sql: string }) => {
    if (isError(error)) {
      withoutValues(error, sql);
      databaseErrors.add(error);
    }
  });

  const acquireConnection = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    try {
      return await acquireConnection();
    } catch (cause) {
      // Knex would add statement and values to its own error.
      const error = new Error(isError(cause) ? cause.message : String(cause));
      databaseErrors.add(error);
      throw error;
    }
  };
}

/** Whether an error comes from a database that {@link keepValuesOutOfErrors} was told of, or from the way to it. */
export function isDatabaseError(error: unknown): boolean {
  return typeof error === 'object' && error !== null
    ? databaseErrors.has(error)
    : false;
}
