import type { Knex } from 'knex';
import { inspect } from 'node:util';
import { eachDatabase } from '../testing/databases';
import { isDatabaseError, keepValuesOutOfErrors } from './DatabaseErrors';

const MARKER = 'jane.doe@example.com';

const delivery = {
  source: 'hub',
  delivery_key: MARKER,
  type: 'push',
  state: 'waiting',
  received_at: 1,
  next_attempt_at: 1,
  attempts: 0,
  body_bytes: 1,
  events: 0,
  body: `{"author":"${MARKER}"}`,
};

eachDatabase('keepValuesOutOfErrors', (createDatabase, id) => {
  const postgres = id === 'POSTGRES_18';
  let knex: Knex;

  beforeEach(async () => {
    knex = await createDatabase();
    keepValuesOutOfErrors(knex);
  });

  async function errorOf(work: PromiseLike<unknown>): Promise<any> {
    return Promise.resolve(work).then(
      () => {
        throw new Error('expected an error of the database');
      },
      error => error,
    );
  }

  /** Whether it is known as an error of the database, and what it tells of the statement, to the last field. */
  function read(error: unknown) {
    const everything = inspect(error, { depth: null, showHidden: true });
    return {
      known: isDatabaseError(error),
      tells: [MARKER, 'insert into', 'select'].filter(text =>
        everything.includes(text),
      ),
    };
  }
  const clean = { known: true, tells: [] };

  it('leaves the message and the code of the driver', async () => {
    await knex('inbox').insert(delivery);
    const error = await errorOf(knex('inbox').insert(delivery));
    expect(read(error)).toEqual(clean);
    expect(error).toMatchObject(
      postgres
        ? {
            code: '23505',
            message:
              'duplicate key value violates unique constraint "inbox_source_delivery_key_unique"',
            table: 'inbox',
          }
        : {
            code: 'SQLITE_CONSTRAINT_UNIQUE',
            message:
              'UNIQUE constraint failed: inbox.source, inbox.delivery_key',
          },
    );
  });

  it('tells nothing of a row that lacks a column', async () => {
    expect(
      read(await errorOf(knex('inbox').insert({ ...delivery, source: null }))),
    ).toEqual(clean);
  });

  it('holds for statements within transactions, and those within them', async () => {
    const insert = (trx: Knex) =>
      trx.raw('insert into inbox (source, body) values (null, ?)', [MARKER]);
    expect(read(await errorOf(knex.transaction(insert)))).toEqual(clean);
    expect(
      read(await errorOf(knex.transaction(outer => outer.transaction(insert)))),
    ).toEqual(clean);
  });

  if (postgres) {
    it.each(['bigint', 'timestamptz', 'jsonb', 'date'])(
      'does not repeat what is no %s',
      async type => {
        const error = await errorOf(knex.raw(`select ?::${type}`, [MARKER]));
        expect(read(error)).toEqual(clean);
        expect(error.message).toBe(
          `the database cannot take a value (${error.code})`,
        );
      },
    );
  }

  it('tells no statement that waited for a connection in vain', async () => {
    Object.assign(knex.client.pool, { max: 1, acquireTimeoutMillis: 50 });
    await knex.transaction(async () => {
      for (const ask of [
        () => knex.raw('select ?', [MARKER]),
        () => knex('inbox').insert(delivery),
        () => knex.transaction(async trx => trx('inbox').insert(delivery)),
      ]) {
        const error = await errorOf(ask());
        expect(read(error)).toEqual(clean);
        expect(error.message).toContain('Timeout acquiring a connection');
      }
    });
  });

  it('knows that the database is gone', async () => {
    await knex.destroy();
    expect(read(await errorOf(knex.raw('select ?', [MARKER])))).toEqual(clean);
  });

  it('takes no other error for one of the database', async () => {
    const own = new Error('a mistake');
    expect(
      await errorOf(
        knex.transaction(async () => {
          throw own;
        }),
      ),
    ).toBe(own);
    expect(isDatabaseError(own)).toBe(false);
    expect(isDatabaseError(undefined)).toBe(false);
  });
});
