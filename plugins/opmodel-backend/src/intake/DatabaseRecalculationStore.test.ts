import { createEngineDatabases } from '../testing/databases';
import { DatabaseRecalculationStore } from './DatabaseRecalculationStore';

describe('DatabaseRecalculationStore', () => {
  const databases = createEngineDatabases();

  it('claims no more than the limit, whatever plan PostgreSQL makes', async () => {
    const knex = await databases.createMigrated('POSTGRES_18');
    const refs = Array.from({ length: 30 }, (_, i) => `component:default/${i}`);
    await new DatabaseRecalculationStore(knex, ['dora']).request(refs, {
      now: 1,
    });
    await knex.transaction(async transaction => {
      // What is left is a loop that evaluates a selection once for each row.
      for (const way of [
        'hashjoin',
        'mergejoin',
        'hashagg',
        'sort',
        'material',
      ]) {
        await transaction.raw(`set local enable_${way} = off`);
      }
      const claims = await new DatabaseRecalculationStore(transaction, [
        'dora',
      ]).claim({ subject: 'dora', limit: 5, leaseMs: 1000, now: 2 });
      expect(claims).toHaveLength(5);
    });
  });
});
