import { mockServices } from '@backstage/backend-test-utils';
import {
  doraProfileIds,
  doraProfiles,
  type IncidentFact,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import { seesAll, type Visibility } from '../catalog/Visibility';
import { FakeRecalculationStore } from '../intake/FakeRecalculationStore';
import { DoraCalculator } from './DoraCalculator';
import { DoraService } from './DoraService';
import type { EnabledDefinitions } from './EnabledDefinitions';
import { FakeDoraStore } from './FakeDoraStore';
import { definitionsOf, nobodySaysAnything } from './testing/definitions';
import { changeFact, deploymentFact, incidentFact } from './testing/facts';

const clock = () => Date.parse('2026-03-31T12:00:00Z');
const calendar = { zone: 'UTC', fiscalYearStartMonth: 1 };
const window = resolveWindow({ window: 'P28D' }, calendar, clock());
const hour = 3_600_000;

/** Deployments at noon of a day in March, each carrying one change that took so many hours. */
function deliver(days: [day: number, hours: number][]) {
  const at = (day: number) =>
    Date.parse('2026-03-01T12:00:00Z') + (day - 1) * 24 * hour;
  return {
    latestRecordedAt: Date.parse('2026-03-31T11:00:00Z'),
    deployments: days.map(([day], index) =>
      deploymentFact(`d${index}`, at(day), { carries: [`c${index}`] }),
    ),
    changes: days.map(([day, hours], index) =>
      changeFact(`c${index}`, at(day) - hours * hour, {
        mergedAt: at(day) - hour,
      }),
    ),
  };
}

async function createService({
  definitions = definitionsOf(),
  incidents = [],
}: {
  definitions?: EnabledDefinitions;
  /** Of the fast one. */
  incidents?: IncidentFact[];
} = {}) {
  const store = new FakeDoraStore();
  const recalculations = new FakeRecalculationStore(['dora']);
  const titles = new Map([
    ['component:default/fast', 'Fast'],
    ['component:default/slow', 'Slow'],
    ['component:default/silent', 'Silent'],
    ['group:default/shop', 'Shop'],
  ]);
  const catalog = {
    async getEntity(ref: string, visibility: Visibility) {
      const [kind] = ref.split(':');
      const isVisible =
        visibility.type === 'all' ||
        (visibility.type === 'refs' && visibility.refs.has(ref));
      return titles.has(ref) && isVisible
        ? { ref, kind, name: ref, title: titles.get(ref) }
        : undefined;
    },
  } as unknown as CatalogStore;
  const component = (name: string) => ({
    ref: `component:default/${name}`,
    name,
    title: titles.get(`component:default/${name}`),
    scopes: [`component:default/${name}`, 'group:default/shop', 'org'].map(
      ref => ({ ref, fromDay: '0000-01-01' }),
    ),
  });
  store.addComponent(component('fast'), {
    ...deliver([
      [4, 2],
      [8, 4],
      [12, 6],
      [16, 8],
      [20, 10],
      [24, 12],
      [28, 14],
      [30, 16],
    ]),
    incidents,
  });
  store.addComponent(
    component('slow'),
    deliver([
      [10, 100],
      [25, 200],
    ]),
  );
  store.addComponent(component('silent'));
  const common = {
    ...nobodySaysAnything,
    definitions,
    zone: 'UTC',
    clock,
  };
  await recalculations.request(
    ['component:default/fast', 'component:default/slow'],
    { now: clock() },
  );
  const calculator = new DoraCalculator({
    store,
    recalculations,
    logger: mockServices.logger.mock(),
    ...common,
  });
  await calculator.calculateWaiting();
  return {
    service: new DoraService({ store, catalog, recalculations, ...common }),
    recalculations,
  };
}

const request = (scopeRef: string) => ({
  scopeRef,
  window,
  ownership: 'now' as const,
});

describe('DoraService', () => {
  it('reports a component to the second', async () => {
    const { service } = await createService();
    const report = await service.getReport(
      request('component:default/fast'),
      seesAll,
    );
    expect(report.scope).toEqual({
      ref: 'component:default/fast',
      kind: 'component',
      title: 'Fast',
      rollUp: false,
      components: 1,
      activeComponents: 1,
    });
    expect(report.changeLeadTime).toMatchObject({
      state: 'ok',
      n: 8,
      median: 9 * 3_600,
      p75: 12.5 * 3_600,
      approximate: false,
    });
    expect(report.deploymentFrequency).toMatchObject({
      state: 'ok',
      deployments: 8,
      perWeek: 2,
      medianPerWeek: null,
    });
    expect(report.stages.map(stage => stage.id)).toEqual([
      'commit-to-merge',
      'merge-to-deploy',
    ]);
    expect(report.freshness).toEqual({
      state: 'fresh',
      asOf: '2026-03-31T11:00:00.000Z',
      calculating: false,
    });
  });

  it('recomputes a roll-up from what its components delivered', async () => {
    const { service } = await createService();
    const report = await service.getReport(
      request('group:default/shop'),
      seesAll,
    );
    // 2 4 6 8 10 12 14 16 100 200: the mean of the medians 9 and 150 would say 79.5.
    expect(report.changeLeadTime).toMatchObject({
      n: 10,
      median: 11 * 3_600,
    });
    expect(report.deploymentFrequency).toMatchObject({
      deployments: 10,
      perWeek: null,
      // 8 in four weeks, and 2 in the 22 days since the first one.
      medianPerWeek: expect.closeTo((2 + 14 / 22) / 2),
      shareWeekly: 0.5,
    });
    expect(report.scope).toMatchObject({ components: 3, activeComponents: 2 });
    expect(report.members.map(member => member.title)).toEqual([
      'Slow',
      'Fast',
      'Silent',
    ]);
  });

  it('has no data for a component that never reported, rather than zero', async () => {
    const { service } = await createService();
    const report = await service.getReport(
      request('component:default/silent'),
      seesAll,
    );
    expect(report.changeLeadTime).toMatchObject({
      state: 'no_data',
      median: null,
      n: 0,
    });
    expect(report.deploymentFrequency).toMatchObject({
      state: 'no_data',
      deployments: null,
      perWeek: null,
    });
    expect(report.trend.every(point => point.deployments === null)).toBe(true);
    expect(report.freshness.state).toBe('no_data');
    expect(report.nextSteps).toEqual([
      {
        id: 'connect-source',
        entityRef: 'component:default/silent',
        values: {},
      },
    ]);
  });

  it('shows thin data and does not grade it', async () => {
    const { service } = await createService();
    const { changeLeadTime, deploymentFrequency } = await service.getReport(
      request('component:default/slow'),
      seesAll,
    );
    expect(changeLeadTime).toMatchObject({
      state: 'thin',
      n: 2,
      median: 150 * 3_600,
      change: null,
    });
    expect(deploymentFrequency).toMatchObject({
      state: 'thin',
      deployments: 2,
    });
  });

  it('neither grades nor prints a fail rate of zero where no incident was ever reported', async () => {
    const definitions = definitionsOf(...Object.values(doraProfiles));
    const tell = async (incidents: IncidentFact[]) => {
      const { service } = await createService({ definitions, incidents });
      return Promise.all(
        doraProfileIds.map(async profile => {
          const { changeFailRate, contexts } = await service.getReport(
            { ...request('component:default/fast'), profile },
            seesAll,
          );
          const { ungraded, quality, printed } = contexts.find(
            ({ metric }) => metric === 'change-fail-rate',
          )!;
          expect([changeFailRate.value, ungraded]).toEqual([0, 'no_data']);
          expect(quality.checks).toContainEqual(
            expect.objectContaining({
              id: 'incidents-linked',
              denominator: 0,
              passed: null,
            }),
          );
          return printed && (printed.text ?? `${printed.value} %`);
        }),
      );
    };
    expect(await tell([])).toEqual([null, null, null, null]);
    // Reported once, before the window: since then there was none.
    expect(
      await tell([incidentFact('i1', Date.parse('2026-02-01T12:00:00Z'))]),
    ).toEqual([null, '0-5%(elite)', '0-15%', '0 %']);
  });

  it('explains a number with the figures it came from', async () => {
    const { service } = await createService();
    const { figures, n, minimum } = await service.explain(
      'change-lead-time',
      request('component:default/fast'),
      seesAll,
    );
    expect({ n, minimum }).toEqual({ n: 8, minimum: 5 });
    expect(
      Object.fromEntries(figures.map(({ label, value }) => [label, value])),
    ).toMatchObject({
      'changes-carried': 8,
      'changes-counted': 8,
      'rank-below': 4,
      'rank-above': 5,
      median: 32_400,
    });
  });

  it('leaves the share of a hidden component out of every total', async () => {
    const { service } = await createService();
    const visibility: Visibility = {
      type: 'refs',
      refs: new Set(['group:default/shop', 'component:default/fast']),
    };
    const report = await service.getReport(
      request('group:default/shop'),
      visibility,
    );
    expect(report.changeLeadTime.n).toBe(8);
    expect(report.deploymentFrequency.deployments).toBe(8);
    expect(report.scope.components).toBe(1);
    await expect(
      service.getReport(request('component:default/slow'), visibility),
    ).rejects.toThrow("No entity 'component:default/slow' in the catalog");
  });

  it('tells that facts wait to be computed, only to those who may see their entity', async () => {
    const { service, recalculations } = await createService();
    await recalculations.request(['component:default/slow'], { now: clock() });
    const isCalculating = async (visibility: Visibility) =>
      (await service.getReport(request('group:default/shop'), visibility))
        .freshness.calculating;
    expect(await isCalculating(seesAll)).toBe(true);
    expect(
      await isCalculating({
        type: 'refs',
        refs: new Set(['group:default/shop', 'component:default/fast']),
      }),
    ).toBe(false);
  });

  it('pages through the fleet and through deployments', async () => {
    const { service } = await createService();
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.listFleet(
        {
          window,
          filter: {},
          order: 'deployments',
          descending: true,
          limit: 1,
          cursor,
        },
        seesAll,
      );
      expect(page.totalItems).toBe(3);
      names.push(...page.items.map(item => item.title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(names).toEqual(['Fast', 'Slow', 'Silent']);

    const first = await service.listDeployments(
      { ...request('group:default/shop'), limit: 6 },
      { reads: seesAll },
    );
    const second = await service.listDeployments(
      {
        ...request('group:default/shop'),
        limit: 6,
        cursor: first.nextCursor!,
      },
      { reads: seesAll },
    );
    const finished = [...first.items, ...second.items].map(
      item => item.finishedAt!,
    );
    expect(finished).toHaveLength(10);
    expect(finished).toEqual([...finished].sort().reverse());
    expect(second.nextCursor).toBeNull();
  });
});
