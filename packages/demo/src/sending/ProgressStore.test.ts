import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseProgressStore } from './DatabaseProgressStore';
import { FakeProgressStore } from './FakeProgressStore';
import type { ProgressStore } from './ProgressStore';

const ids = ['SQLITE_3', 'POSTGRES_18'] as const;
const databases = TestDatabases.create({
  ids: [...ids],
  disableDocker: true,
});

async function createDatabaseStore(id: (typeof ids)[number]) {
  const knex = await databases.init(id);
  const database = mockServices.database.mock({
    getClient: async () => knex,
  });
  return { knex, store: await DatabaseProgressStore.create(database) };
}

const backings: [string, () => Promise<ProgressStore>][] = [
  ['FAKE', async () => new FakeProgressStore()],
  ...ids.map(
    id =>
      [id, async () => (await createDatabaseStore(id)).store] as [
        string,
        () => Promise<ProgressStore>,
      ],
  ),
];

const start = { seed: 'marrowby', anchorDay: '2026-10-15', days: 365 };

describe.each(backings)('ProgressStore on %s', (_, createStore) => {
  it('begins once', async () => {
    const store = await createStore();
    await expect(store.begin(start)).resolves.toEqual({
      ...start,
      sentUntil: null,
    });
    await expect(
      store.begin({ seed: 'other', anchorDay: '2027-01-01', days: 30 }),
    ).resolves.toEqual({ ...start, sentUntil: null });
  });

  it('advances and never goes back', async () => {
    const store = await createStore();
    await store.begin(start);
    await store.advance(1_792_065_600_000);
    await store.advance(1_792_000_000_000);
    await expect(store.begin(start)).resolves.toEqual({
      ...start,
      sentUntil: 1_792_065_600_000,
    });
  });
});

describe('the migration', () => {
  it.each(ids)('goes down again on %s', async id => {
    expect(databases.supports(id)).toBe(true);
    const { knex } = await createDatabaseStore(id);
    await expect(knex.schema.hasTable('progress')).resolves.toBe(true);
    await knex.migrate.down({ directory: `${__dirname}/../../migrations` });
    await expect(knex.schema.hasTable('progress')).resolves.toBe(false);
  });
});
