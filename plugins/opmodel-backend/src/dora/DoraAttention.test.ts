import {
  computeDelivery,
  countDeliveryDays,
  dora2026Profile,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll, type Visibility } from '../catalog/Visibility';
import type { DeliveryFacts } from './DeliveryStore';
import { DoraAttention } from './DoraAttention';
import { FakeDoraStore } from './FakeDoraStore';
import { definitionsOf } from './testing/definitions';
import {
  changeFact,
  deploymentFact,
  incidentFact,
  noFacts,
} from './testing/facts';

const now = Date.parse('2026-06-30T12:00:00Z');
const day = 86_400_000;
const definition = definitionsOf().default;

/** A component with one deployment each so many days ago, whose change took so many hours. */
async function addHistory(
  store: FakeDoraStore,
  name: string,
  history: [daysAgo: number, hours: number][],
) {
  const facts = {
    ...noFacts,
    latestRecordedAt: now,
    deployments: history.map(([daysAgo], index) =>
      deploymentFact(`d${index}`, now - daysAgo * day, {
        commitSha: `c${index}`,
      }),
    ),
    changes: history.map(([daysAgo, hours], index) =>
      changeFact(`c${index}`, now - daysAgo * day - hours * 3_600_000),
    ),
  };
  await addComponent(store, name, facts);
}

async function addComponent(
  store: FakeDoraStore,
  name: string,
  facts: DeliveryFacts,
) {
  const ref = `component:default/${name}`;
  store.addComponent(
    {
      ref,
      name,
      ownerRef: 'group:default/shop',
      scopes: ['org', 'group:default/shop', 'group:default/retail'].map(
        scope => ({ ref: scope, fromDay: '0000-01-01' }),
      ),
    },
    facts,
  );
  const delivery = computeDelivery(facts, dora2026Profile, 'UTC');
  await store.writeDelivery(
    ref,
    [
      {
        calculation: definition.calculation,
        compute: () => ({ delivery, days: countDeliveryDays(delivery) }),
      },
    ],
    { now },
  );
}

const every = (from: number, to: number, step: number, hours: number) =>
  Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, index): [number, number] => [from + index * step, hours],
  );

async function listAttention(
  histories: Record<string, [number, number][]>,
  visibility: Visibility = seesAll,
  owners?: string[],
  atOnce?: number,
) {
  const store = new FakeDoraStore();
  for (const [name, history] of Object.entries(histories)) {
    await addHistory(store, name, history);
  }
  const attention = new DoraAttention({
    store,
    definition,
    zone: 'UTC',
    clock: () => now,
    atOnce,
  });
  return attention.list(visibility, owners);
}

interface FailedDeployment {
  daysAgo: number;
  failed: boolean;
  recovered: boolean;
  /** An incident five days later, for which it is too late to have caused it. */
  lateIncident?: boolean;
}

async function listFailures(histories: Record<string, FailedDeployment[]>) {
  const store = new FakeDoraStore();
  for (const [name, history] of Object.entries(histories)) {
    await addComponent(store, name, {
      ...noFacts,
      latestRecordedAt: now,
      deployments: history.map(({ daysAgo }, index) =>
        deploymentFact(`d${index}`, now - daysAgo * day, {
          version: `v${index}`,
        }),
      ),
      incidents: history.flatMap((made, index) => {
        const finishedAt = now - made.daysAgo * day;
        const at = finishedAt + (made.lateIncident ? 5 * day : 3_600_000);
        return made.failed || made.lateIncident
          ? [
              incidentFact(`i${index}`, at, {
                deployment: made.failed ? `d${index}` : null,
                resolvedAt: made.recovered ? at + 3_600_000 : null,
              }),
            ]
          : [];
      }),
    });
  }
  return new DoraAttention({
    store,
    definition,
    zone: 'UTC',
    clock: () => now,
  }).list(seesAll);
}

describe('DoraAttention', () => {
  it('tells of a delivery that stopped, and since when', async () => {
    const items = await listAttention({
      stopped: every(40, 100, 5, 2),
      steady: every(1, 100, 5, 2),
      rare: every(40, 100, 20, 2),
    });
    expect(items).toMatchObject([
      {
        kind: 'stopped-deploying',
        entityRef: 'component:default/stopped',
        ownerRef: 'group:default/shop',
        since: '2026-05-21T12:00:00.000Z',
        urgency: 'soon',
        values: { deploymentsBefore: 13, days: 30 },
      },
    ]);
  });

  it('tells of a lead time that rises, when there is enough of it to know', async () => {
    const items = await listAttention({
      slower: [...every(1, 29, 2, 16), ...every(31, 99, 4, 10)],
      steady: [...every(1, 29, 2, 14), ...every(31, 99, 4, 10)],
      thin: [...every(1, 29, 7, 60), ...every(31, 99, 4, 10)],
    });
    expect(items.map(item => [item.kind, item.entityTitle])).toEqual([
      ['lead-time-rising', 'slower'],
    ]);
    expect(items[0].values.medianBefore).toBeCloseTo(36_000, -3);
  });

  it('tells of failures: more of them, some left open, and incidents that nothing explains', async () => {
    const often = (failedOf: number) =>
      Array.from(
        { length: 12 },
        (_, index): FailedDeployment => ({
          daysAgo: 1 + 2 * index,
          failed: index < failedOf,
          recovered: true,
        }),
      );
    const seldom = Array.from(
      { length: 20 },
      (_, index): FailedDeployment => ({
        daysAgo: 31 + 4 * index,
        failed: index < 2,
        recovered: true,
      }),
    );
    const items = await listFailures({
      worse: [...often(4), ...seldom],
      same: [...often(1), ...seldom],
      open: [{ daysAgo: 9, failed: true, recovered: false }],
      // It has had no day yet to be recovered.
      fresh: [{ daysAgo: 0.5, failed: true, recovered: false }],
      unexplained: [
        { daysAgo: 20, failed: false, recovered: true, lateIncident: true },
      ],
    });
    expect(
      items.map(item => [item.entityTitle, item.kind, item.since, item.values]),
    ).toEqual([
      [
        'open',
        'failure-not-recovered',
        new Date(now - 9 * day).toISOString(),
        { failures: 1 },
      ],
      [
        'unexplained',
        'incident-unlinked',
        new Date(now - 15 * day).toISOString(),
        { incidents: 1 },
      ],
      [
        'worse',
        'change-fail-rate-rising',
        '2026-06-01',
        { rate: 4 / 12, rateBefore: 0.1 },
      ],
    ]);
  });

  it('looks at every component, in portions', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const histories = Object.fromEntries(
      names.map(name => [name, every(40, 100, 5, 2)]),
    );
    for (const atOnce of [1, 2, 5, 6]) {
      const items = await listAttention(
        { ...histories, steady: every(1, 100, 5, 2) },
        seesAll,
        undefined,
        atOnce,
      );
      expect(items.map(item => item.entityTitle)).toEqual(names);
    }
  });

  it('is for the owners and whoever stands above them', async () => {
    const listFor = async (owner: string) =>
      (await listAttention({ stopped: every(40, 100, 5, 2) }, seesAll, [owner]))
        .length;
    expect(await listFor('group:default/shop')).toBe(1);
    expect(await listFor('group:default/retail')).toBe(1);
    expect(await listFor('group:default/other')).toBe(0);
  });

  it('says nothing of what the caller may not see', async () => {
    expect(
      await listAttention(
        { stopped: every(40, 100, 5, 2) },
        { type: 'refs', refs: new Set(['component:default/other']) },
      ),
    ).toEqual([]);
  });
});
