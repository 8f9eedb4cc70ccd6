import {
  defaultEnvironmentRules,
  type IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { DatabaseIntakeStore } from './DatabaseIntakeStore';
import { IntakeService } from './IntakeService';

const shop = { system: 'github', externalId: 'acme/shop' };

function deployment(subject: string): IntakeEvent {
  return {
    source: 'ci',
    id: `deployment-${subject}`,
    time: '2026-03-01T10:00:00Z',
    observation: {
      kind: 'deployment',
      subject,
      target: { links: [shop] },
      environment: 'prod',
      finishedAt: '2026-03-01T10:00:00Z',
      result: 'success',
      changes: [subject],
    },
  };
}

function change(subject: string): IntakeEvent {
  return {
    source: 'ci',
    id: `change-${subject}`,
    time: '2026-03-01T09:00:00Z',
    observation: { kind: 'change', subject, target: { links: [shop] } },
  };
}

// A busy machine takes its time for 1,000 events.
jest.setTimeout(60_000);

eachDatabase('DatabaseIntakeStore', createDatabase => {
  it('takes a large batch with as many statements as a small one', async () => {
    const knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [
      entityOf('component:default/shop', {
        annotations: { 'github.com/project-slug': 'acme/shop' },
      }),
    ]);
    const service = new IntakeService({
      store: new DatabaseIntakeStore(knex, ['dora', 'flow']),
      environmentRules: defaultEnvironmentRules,
    });
    const statementsOf = async (events: IntakeEvent[]) => {
      let statements = 0;
      const count = () => {
        statements += 1;
      };
      knex.on('query', count);
      const outcomes = await service.submit(events, {
        producer: 'ci',
        now: Date.UTC(2026, 2, 2),
      });
      knex.removeListener('query', count);
      expect(new Set(outcomes.map(({ status }) => status))).toEqual(
        new Set(['accepted']),
      );
      return statements;
    };
    const few = await statementsOf([deployment('a'), change('a')]);
    const many = await statementsOf(
      Array.from({ length: 500 }, (_, i) => [
        deployment(`${i}`),
        change(`${i}`),
      ]).flat(),
    );
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(20);
  });

  it('keeps since when and until when a deployment was known to carry a change', async () => {
    const knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [
      entityOf('component:default/shop'),
    ]);
    const service = new IntakeService({
      store: new DatabaseIntakeStore(knex, ['dora']),
      environmentRules: defaultEnvironmentRules,
    });
    const carry = (changes: string[], now: number) =>
      service.submit(
        [
          {
            source: 'ci',
            id: `${now}`,
            time: new Date(now).toISOString(),
            observation: {
              kind: 'deployment',
              subject: 'd1',
              target: { entityRefs: ['component:default/shop'] },
              changes,
            },
          },
        ],
        { producer: 'ci', now },
      );
    await carry(['a', 'b'], 1);
    await carry(['a', 'c'], 2);
    const rows = await knex('deployment_changes')
      .orderBy('change_key')
      .select('change_key', 'entity_ref', 'recorded_at', 'superseded_at');
    expect(
      rows.map(row => [
        row.change_key,
        Number(row.recorded_at),
        row.superseded_at && Number(row.superseded_at),
      ]),
    ).toEqual([
      ['a', 1, null],
      ['b', 1, 2],
      ['c', 2, null],
    ]);
  });

  it('lets transactions about one subject follow each other, with all they need on their own connection', async () => {
    const knex = await createDatabase();
    const store = new DatabaseIntakeStore(knex, ['dora']);
    const key = { kind: 'change' as const, source: 'ci', subject: '1' };
    const order: string[] = [];
    await Promise.all(
      ['first', 'second'].map(name =>
        store.transaction([key], async stores => {
          order.push(`${name} begins`);
          await stores.events.count();
          await stores.records.listVersions(key);
          await stores.recalculations.countWaiting(['dora']);
          await stores.catalog.existingRefs(['component:default/shop'], {
            type: 'all',
          });
          order.push(`${name} ends`);
        }),
      ),
    );
    const [leader, follower] = order[0].startsWith('first')
      ? ['first', 'second']
      : ['second', 'first'];
    expect(order).toEqual([
      `${leader} begins`,
      `${leader} ends`,
      `${follower} begins`,
      `${follower} ends`,
    ]);
  });
});
