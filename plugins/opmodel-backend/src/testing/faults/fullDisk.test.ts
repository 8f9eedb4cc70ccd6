import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseIntakeStore } from '../../intake/DatabaseIntakeStore';
import { IntakeService } from '../../intake/IntakeService';
import { createEngineDatabases } from '../databases';

const now = Date.parse('2026-03-02T10:00:00Z');

function events(from: number): IntakeEvent[] {
  return Array.from({ length: 500 }, (_, index) => ({
    source: 'https://cd.example.com',
    id: `${from + index}`,
    time: '2026-03-01T10:00:00.000Z',
    observation: {
      kind: 'deployment',
      subject: `${from + index}`,
      target: { entityRefs: ['component:default/checkout'] },
      environment: 'production',
      finishedAt: '2026-03-01T10:00:00.000Z',
      title: 'A title that takes some room. '.repeat(20),
    },
  }));
}

describe('a disk that is full', () => {
  const databases = createEngineDatabases();

  it('refuses a batch as a whole, and takes it when there is room again', async () => {
    const knex = await databases.createMigrated('SQLITE_3');
    const intake = new IntakeService({
      store: new DatabaseIntakeStore(knex, ['dora']),
      environmentRules: [],
    });
    const submit = (batch: number) =>
      intake.submit(events(batch * 500), { producer: 'tests', now });
    await submit(0);

    const [{ page_count: pages }] = await knex.raw('pragma page_count');
    await knex.raw(`pragma max_page_count = ${pages + 40}`);
    await expect(submit(1)).rejects.toThrow('database or disk is full');
    expect((await intake.count(['dora'])).unmapped).toBe(500);
    const kept = await knex('events').count({ count: '*' }).first();
    expect(Number(kept!.count)).toBe(500);

    await knex.raw('pragma max_page_count = 1000000');
    expect((await submit(1)).map(({ status }) => status)).toEqual(
      Array(500).fill('unmapped'),
    );
    expect((await submit(1)).map(({ status }) => status)).toEqual(
      Array(500).fill('duplicate'),
    );
    expect((await intake.count(['dora'])).unmapped).toBe(1_000);
  });
});
