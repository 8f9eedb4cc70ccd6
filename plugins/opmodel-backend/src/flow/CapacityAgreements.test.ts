import type { CapacityAgreement } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import { seesAll, type Visibility } from '../catalog/Visibility';
import { CapacityAgreements } from './CapacityAgreements';

const entity = (ref: string, above: Partial<CatalogEntity> = {}) =>
  ({ ref, kind: ref.split(':')[0], ...above } as CatalogEntity);

const entities = [
  entity('component:default/checkout', {
    systemRef: 'system:default/selling',
    ownerRef: 'group:default/shop',
  }),
  entity('system:default/selling', { ownerRef: 'group:default/sales' }),
  entity('group:default/shop', { parentRef: 'group:default/sales' }),
  entity('group:default/sales', { parentRef: 'group:default/shop' }),
  entity('component:default/lonely'),
];

const catalog: Pick<CatalogStore, 'getEntity'> = {
  async getEntity(ref, visibility) {
    return visibility.type === 'refs' && !visibility.refs.has(ref)
      ? undefined
      : entities.find(one => one.ref === ref);
  },
};

const agreed = (scopeRef: string, from = '2026-01-01'): CapacityAgreement => ({
  scopeRef,
  from,
  split: { debt: 1 },
  note: null,
  exceptions: [],
});

async function find(
  agreements: CapacityAgreement[],
  scopeRef = 'component:default/checkout',
  visibility: Visibility = seesAll,
) {
  const found = await new CapacityAgreements({ catalog, agreements }).find(
    scopeRef,
    '2026-06-01',
    visibility,
  );
  return found.map(agreement => agreement.scopeRef);
}

describe('CapacityAgreements', () => {
  const own = agreed('component:default/checkout');
  const system = agreed('system:default/selling');
  const owner = agreed('group:default/shop');
  const above = agreed('group:default/sales');
  const org = agreed('org');

  it.each([
    ['its own', [org, above, owner, system, own], own],
    ['that of its system', [org, above, owner, system], system],
    ['that of its owner', [org, above, owner], owner],
    ['that of a group above, round a circle', [org, above], above],
    ['that of the organisation', [org], org],
  ])('finds %s', async (_name, agreements, expected) => {
    expect(await find(agreements)).toEqual([expected.scopeRef]);
  });

  it('finds nothing where nothing was agreed by then', async () => {
    expect(await find([agreed('org', '2026-07-01')])).toEqual([]);
    expect(await find([agreed(owner.scopeRef, '2026-07-01'), org])).toEqual([
      'org',
    ]);
    expect(await find([owner], 'component:default/lonely')).toEqual([]);
    expect(await find([])).toEqual([]);
  });

  it('looks at no scope that the caller may not see', async () => {
    const refs = new Set(['component:default/checkout', 'group:default/sales']);
    expect(
      await find([above, owner, org], undefined, { type: 'refs', refs }),
    ).toEqual(['org']);
  });
});
