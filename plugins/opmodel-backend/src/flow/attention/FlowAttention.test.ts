import {
  addDays,
  type CapacityAgreement,
  flow2026Definition,
  type WorkItemFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import { CapacityAgreements } from '../CapacityAgreements';
import { FakeFlowStore } from '../FakeFlowStore';
import { computeFlow } from '../FlowResult';
import { FlowReportReader } from '../FlowReportReader';
import { FlowAttention } from './FlowAttention';

const calculation = 'flow-2026/1/UTC/1';
const definition = flow2026Definition;
const shop = 'group:default/shop';
const today = '2026-11-22';
const clock = () => Date.parse(`${today}T10:00:00Z`);

const agreement = (from: string): CapacityAgreement => ({
  scopeRef: shop,
  from,
  split: { platform: 1 },
  note: null,
  exceptions: [],
});

function feature(doneDay: string): WorkItemFact {
  const at = (day: string) => Date.parse(`${day}T09:00:00Z`);
  return {
    source: 'tracker',
    subject: doneDay,
    category: 'feature',
    severity: null,
    foundIn: null,
    createdAt: at(addDays(doneDay, -2)),
    startedAt: at(addDays(doneDay, -1)),
    completedAt: at(doneDay),
    cancelledAt: null,
    stateChanges: [],
    periodChanges: [],
    effortDays: null,
    withdrawn: false,
    objective: null,
  };
}

/** What is asked of a shop that completed a feature on each of the last thirty days. */
async function listItems(agreements: CapacityAgreement[]) {
  const store = new FakeFlowStore();
  const ref = 'component:default/checkout';
  store.addComponent(
    {
      ref,
      name: 'checkout',
      scopes: [ref, shop].map(scope => ({
        ref: scope,
        fromDay: '0000-01-01',
      })),
    },
    {
      items: Array.from({ length: 30 }, (_, index) =>
        feature(addDays(today, -index)),
      ),
      runs: [],
      latestRecordedAt: 1,
    },
  );
  await store.writeFlow(
    calculation,
    ref,
    facts =>
      computeFlow(
        facts,
        { definition, zone: 'UTC', iterations: [] },
        { now: clock() },
      ),
    { now: clock() },
  );
  const entity = { ref: shop, kind: 'group', name: 'shop' } as CatalogEntity;
  const catalog: Pick<CatalogStore, 'getEntity' | 'listScopesOf'> = {
    getEntity: async entityRef => (entityRef === shop ? entity : undefined),
    listScopesOf: async () => [],
  };
  const settings = {
    start: definition.start,
    iterations: [],
    expectation: { share: 0.85, days: 5 },
    allocation: {
      unit: 'items' as const,
      categories: ['feature' as const, 'platform' as const],
      agreements,
    },
  };
  const reader = new FlowReportReader({
    store,
    agreements: new CapacityAgreements({ catalog, agreements }),
    settings,
    definition,
    calculation,
  });
  const attention = new FlowAttention({
    store: { listAged: async () => [], listFailing: async () => [] },
    catalog,
    readAllocation: (scopeRef, window, visibility) =>
      reader.readAllocation({ scopeRef, ownership: 'now', visibility }, window),
    settings,
    definition,
    calculation,
    zone: 'UTC',
    clock,
  });
  return attention.list(seesAll);
}

describe('FlowAttention on capacity', () => {
  it('asks a scope that keeps away from what it agreed on', async () => {
    expect(await listItems([agreement('2026-01-01')])).toEqual([
      expect.objectContaining({
        kind: 'allocation-off',
        entityRef: shop,
        since: '2026-08-25',
        values: { category: 'platform', share: 0, target: 1 },
      }),
    ]);
  });

  it('says nothing of an agreement that has not begun', async () => {
    expect(await listItems([agreement('2026-11-23')])).toEqual([]);
    expect(await listItems([])).toEqual([]);
  });

  it('looks at the days for which something was agreed alone', async () => {
    const [item, ...others] = await listItems([agreement('2026-11-13')]);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      since: '2026-11-13',
      values: { category: 'platform', share: 0, target: 1 },
    });
    // Of three days too little is known to ask for anything.
    expect(await listItems([agreement('2026-11-20')])).toEqual([]);
  });
});
