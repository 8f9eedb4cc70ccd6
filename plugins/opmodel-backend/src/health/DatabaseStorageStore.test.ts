import { eachDatabase } from '../testing/databases';
import { DatabaseStorageStore } from './DatabaseStorageStore';

eachDatabase('DatabaseStorageStore', (createDatabase, id) => {
  it('measures the tables of the engine alone, largest first', async () => {
    const knex = await createDatabase();
    await knex.batchInsert(
      'collector_watermarks',
      Array.from({ length: 300 }, (_, at) => ({
        collector: `c${at}`,
        watermark: JSON.stringify('x'.repeat(500)),
        saved_at: 1,
      })),
      100,
    );
    const sizes = await new DatabaseStorageStore(knex).measure();

    expect(
      sizes.filter(({ table }) =>
        ['collector_watermarks', 'deployments', 'events'].includes(table),
      ),
    ).toEqual([
      {
        table: 'collector_watermarks',
        rows: 300,
        exact: true,
        bytes: expect.any(Number),
      },
      expect.objectContaining({ rows: 0, exact: true }),
      expect.objectContaining({ rows: 0, exact: true }),
    ]);
    expect(sizes.some(({ table }) => /knex|sqlite|pg_/.test(table))).toBe(
      false,
    );
    const bytes = sizes.map(size => size.bytes!);
    expect(bytes).toEqual([...bytes].sort((a, b) => b - a));
    expect(sizes[0].bytes).toBeGreaterThan(100_000);
  });

  if (id.startsWith('POSTGRES')) {
    it('estimates what is large instead of counting it', async () => {
      const knex = await createDatabase();
      await knex.raw(
        `insert into collector_watermarks (collector, watermark, saved_at)
         select 'c' || n, '1', 1 from generate_series(1, 30000) n`,
      );
      await knex.raw('analyze collector_watermarks');
      const sizes = await new DatabaseStorageStore(knex).measure();
      expect(
        sizes.find(({ table }) => table === 'collector_watermarks'),
      ).toMatchObject({ rows: 30_000, exact: false });
    });
  }
});
