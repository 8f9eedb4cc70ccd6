import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { FakePlanStore } from './FakePlanStore';
import { PlanService } from './PlanService';
import type { WhatIfService } from './WhatIfService';

const [shop, secret] = ['group:default/shop', 'group:default/secret'];
const some: Visibility = { type: 'refs', refs: new Set([shop]) };

describe('a page of plans', () => {
  it('asks once what of it the reader may see, however many plans it has', async () => {
    const catalog = new FakeCatalogStore();
    await scanEntities(catalog, [entityOf(shop), entityOf(secret)]);
    const store = new FakePlanStore();
    for (let at = 0; at < 20; at += 1) {
      await store.create({
        id: `plan-${at}`,
        name: 'Fewer people',
        changes: [
          {
            type: 'people_leave',
            teamRefs: [at % 2 === 0 ? shop : secret],
            people: 1,
          },
        ],
        readerRefs: ['user:default/ben'],
        expiresOn: '2026-12-31',
        createdBy: 'user:default/ada',
        createdAt: at,
        updatedBy: 'user:default/ada',
        updatedAt: at,
        version: 1,
      });
    }
    const existingRefs = jest.spyOn(catalog, 'existingRefs');
    const plans = new PlanService({
      store,
      catalog,
      whatIf: {} as WhatIfService,
      zone: 'UTC',
      clock: () => Date.UTC(2026, 10, 22),
    });
    const { items } = await plans.list(
      { limit: 20 },
      { person: 'user:default/ben', reads: some },
    );
    expect(items).toHaveLength(20);
    expect(items.map(({ changes }) => changes.length)).toEqual(
      Array.from({ length: 20 }, (_, at) => at % 2),
    );
    expect(items.map(({ problem }) => problem === null)).toEqual(
      Array.from({ length: 20 }, (_, at) => at % 2 === 1),
    );
    expect(existingRefs).toHaveBeenCalledTimes(2);
    await plans.list(
      { limit: 20 },
      { person: 'user:default/ada', reads: some },
    );
    expect(existingRefs).toHaveBeenCalledTimes(2);
  });
});
