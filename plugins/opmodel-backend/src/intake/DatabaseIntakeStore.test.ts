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
    // The locks of many subjects include that of the environment, which few share.
    expect(many).toBeLessThanOrEqual(few);
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

  it('takes deployments to one environment at the same time, and none while the environment is declared', async () => {
    const knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [
      entityOf('component:default/shop', {
        annotations: { 'github.com/project-slug': 'acme/shop' },
      }),
    ]);
    const service = new IntakeService({
      store: new DatabaseIntakeStore(knex, ['dora']),
      environmentRules: defaultEnvironmentRules,
    });
    const at = '2026-03-01T10:00:00Z';
    const declare = (round: number, environmentTier: 'testing' | 'staging') =>
      service.submit(
        [
          {
            source: 'ci',
            id: `declaration-${round}`,
            time: new Date(Date.parse(at) + round * 1000).toISOString(),
            observation: {
              kind: 'environment',
              subject: 'prod',
              target: {},
              environmentTier,
            },
          },
        ],
        { producer: 'ci', now: Date.UTC(2026, 2, 2) + round },
      );
    for (let round = 0; round < 6; round++) {
      const tier = round % 2 === 0 ? 'testing' : 'staging';
      await Promise.all([
        ...[0, 1, 2].map(index =>
          service.submit([deployment(`${round}-${index}`)], {
            producer: 'ci',
            now: Date.UTC(2026, 2, 2) + round,
          }),
        ),
        declare(round, tier),
        service.submit([deployment(`${round}-late`)], {
          producer: 'ci',
          now: Date.UTC(2026, 2, 2) + round,
        }),
      ]);
      const tiers = await knex('deployments')
        .whereNull('superseded_at')
        .distinct('environment_tier')
        .pluck('environment_tier');
      expect(tiers).toEqual([tier]);
    }
    expect(
      Number(
        (
          await knex('deployments').whereNull('superseded_at').count({ n: '*' })
        )[0].n,
      ),
    ).toBe(24);
  });

  it('lets readers of a subject run together and its writer alone', async () => {
    const knex = await createDatabase();
    const store = new DatabaseIntakeStore(knex, ['dora']);
    const key = {
      kind: 'environment' as const,
      source: '',
      subject: 'prod',
    };
    const order: string[] = [];
    const run = (name: string, shared: boolean) =>
      store.transaction([{ ...key, shared }], async stores => {
        order.push(`${name} begins`);
        await stores.events.count();
        await new Promise(resolve => setTimeout(resolve, 100));
        await stores.events.count();
        order.push(`${name} ends`);
      });
    await Promise.all([run('reader', true), run('reader', true)]);
    const together = knex.client.config.client === 'pg';
    expect(order[1]).toBe(together ? 'reader begins' : 'reader ends');
    order.length = 0;
    await Promise.all([run('a', true), run('b', false)]);
    expect(order[1]).toBe(order[0].replace('begins', 'ends'));
  });
});
