import { mockServices } from '@backstage/backend-test-utils';
import { resolveWindow } from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { CatalogStore } from '../catalog/CatalogStore';
import { seesAll } from '../catalog/Visibility';
import { FakeRecalculationStore } from '../intake/FakeRecalculationStore';
import type { DeliveryFacts } from './DeliveryStore';
import { DoraCalculator } from './DoraCalculator';
import { createDoraRetention, doraDaysLimit } from './doraRetention';
import { DoraService } from './DoraService';
import { FakeDoraStore } from './FakeDoraStore';
import { definitionsOf, nobodySaysAnything } from './testing/definitions';
import { changeFact, deploymentFact, noFacts } from './testing/facts';

const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-06-30T12:00:00Z');
const calendar = { zone: 'UTC', fiscalYearStartMonth: 1 };
const common = {
  ...nobodySaysAnything,
  definitions: definitionsOf(),
  zone: 'UTC',
  clock: () => now,
};
const ref = 'component:default/shop';

function factsOf(made: { ago: number; hours: number }[]): DeliveryFacts {
  return {
    ...noFacts,
    latestRecordedAt: now,
    deployments: made.map(({ ago }, at) =>
      deploymentFact(`d${at}`, now - ago * day, { carries: [`c${at}`] }),
    ),
    changes: made.map(({ ago, hours }, at) =>
      changeFact(`c${at}`, now - ago * day - hours * 3_600_000),
    ),
  };
}

function createBackend(facts: DeliveryFacts, keepDays: number | null) {
  const store = new FakeDoraStore();
  store.addComponent(
    { ref, name: 'shop', scopes: [{ ref, fromDay: '0000-01-01' }] },
    facts,
  );
  const recalculations = new FakeRecalculationStore(['dora']);
  const calculator = new DoraCalculator({
    store,
    recalculations,
    logger: mockServices.logger.mock(),
    keepDays,
    ...common,
  });
  const service = new DoraService({
    store,
    recalculations,
    catalog: {
      getEntity: async () => ({ ref, kind: 'component', name: 'shop' }),
    } as unknown as CatalogStore,
    ...common,
  });
  const report = (window: { from: string; to: string }) =>
    service.getReport(
      {
        scopeRef: ref,
        ownership: 'now',
        window: resolveWindow(window, calendar, now),
      },
      seesAll,
    );
  return { store, calculator, report };
}

const dayAgo = (days: number) =>
  new Date(now - days * day).toISOString().slice(0, 10);

describe('retention of DORA', () => {
  it('changes no report of a window that lies, with the one before it, within the limit', async () => {
    let deployments = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ ago: fc.nat(500), hours: fc.nat(300) }), {
          maxLength: 60,
        }),
        fc.integer({ min: 180, max: 400 }),
        fc.integer({ min: 1, max: 90 }),
        fc.nat(10_000),
        async (made, keepDays, length, shift) => {
          const facts = factsOf(made);
          const whole = createBackend(facts, null);
          const limited = createBackend(facts, keepDays);
          for (const { calculator } of [whole, limited]) {
            await calculator.calculate(ref);
          }
          const to = shift % (keepDays - 2 * length + 1);
          const window = {
            from: dayAgo(to + length - 1),
            to: dayAgo(to),
          };
          const report = await whole.report(window);
          expect(await limited.report(window)).toEqual(report);
          deployments += report.deploymentFrequency.deployments ?? 0;
        },
      ),
      { numRuns: 150 },
    );
    expect(deployments).toBeGreaterThan(0);
  });

  it('goes through the entities in portions, and ends', async () => {
    const facts = factsOf([
      { ago: 300, hours: 1 },
      { ago: 10, hours: 1 },
    ]);
    const { store, calculator } = createBackend(facts, null);
    const refs = Array.from(
      { length: 25 },
      (_, at) => `component:default/${at}`,
    );
    for (const other of refs) {
      store.addComponent({ ref: other, name: other, scopes: [] }, facts);
      await calculator.calculate(other);
    }
    const limiting = new DoraCalculator({
      store,
      recalculations: new FakeRecalculationStore(['dora']),
      logger: mockServices.logger.mock(),
      keepDays: 180,
      ...common,
    });
    const calculate = jest.spyOn(limiting, 'calculate');
    const rule = createDoraRetention({
      store,
      calculator: limiting,
      calculations: common.definitions.calculations,
      zone: common.zone,
    });
    const portions: number[] = [];
    for (let portion = -1; portion !== 0; ) {
      portion = await rule.deleteBatch({
        before: now - 180 * day,
        limit: 1_000,
      });
      portions.push(portion);
    }
    // Each has a row of its deployment and one of its lead time, at least.
    expect(portions.length).toBe(4);
    expect(portions[0]).toBeGreaterThanOrEqual(20);
    expect(calculate).toHaveBeenCalledTimes(25);
    expect(
      await store.listWithDaysBefore(common.definitions.calculations, {
        day: dayAgo(180),
        after: '',
        limit: 99,
      }),
    ).toEqual([]);
  });

  it('ends even where rows stay, because newer facts are on their way', async () => {
    const store = {
      listWithDaysBefore: async (
        _calculations: readonly string[],
        { after }: { after: string },
      ) => (after < 'a' ? [{ entityRef: 'a', rows: 3 }] : []),
    };
    const rule = createDoraRetention({
      store,
      calculator: { calculate: async () => {} },
      calculations: common.definitions.calculations,
      zone: common.zone,
    });
    const batch = () => rule.deleteBatch({ before: now, limit: 10 });
    expect([await batch(), await batch(), await batch()]).toEqual([3, 0, 3]);
  });

  it('keeps enough for a quarter and the one before it', () => {
    expect(doraDaysLimit.minimumKeepDays).toBeGreaterThanOrEqual(2 * 90);
  });
});
