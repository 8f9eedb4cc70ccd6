import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  opmodelDoraCorrectPermission,
  opmodelDoraReadPermission,
  opmodelSloCorrectPermission,
  opmodelSloReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { entityOf, scanEntities } from '../testing/catalog';
import { FakeCatalogStore } from './FakeCatalogStore';
import { VisibilityResolver } from './VisibilityResolver';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

function conditional(
  rule: string,
  params: Record<string, any> = {},
  pluginId = 'catalog',
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType: 'catalog-entity',
    conditions: { rule, resourceType: 'catalog-entity', params },
  };
}

const components = conditional('IS_ENTITY_KIND', { kinds: ['component'] });
const owned = conditional('IS_ENTITY_OWNER', { claims: ['group:default/a'] });
const foreign = conditional('IS_IN_MY_COUNTRY');

describe('VisibilityResolver', () => {
  const user = mockCredentials.user('user:default/ada');
  let now: number;
  let store: FakeCatalogStore;
  let getEntitiesByRefs: jest.Mock;
  const permissions = mockServices.permissions.mock();

  beforeEach(async () => {
    jest.resetAllMocks();
    now = 1_000_000;
    store = new FakeCatalogStore();
    await scanEntities(store, [
      entityOf('component:default/cart'),
      entityOf('component:default/mail'),
      entityOf('system:default/shop'),
    ]);
    getEntitiesByRefs = jest.fn(async ({ entityRefs }) => ({
      items: entityRefs.map((ref: string) =>
        ref.endsWith('/mail') ? undefined : entityOf(ref),
      ),
    }));
  });

  function resolver(decisions: PolicyDecision[], rememberedMs = 0) {
    permissions.authorizeConditional.mockResolvedValue(decisions);
    return new VisibilityResolver({
      auth: mockServices.auth(),
      catalog: {
        getEntitiesByRefs,
      } as Partial<CatalogService> as CatalogService,
      permissions,
      store,
      rememberedMs,
      clock: () => now,
    });
  }

  function resolve(...decisions: PolicyDecision[]) {
    return resolver(decisions).resolve(user, opmodelDoraReadPermission);
  }

  it('remembers what somebody may read, and asks each time what they may do', async () => {
    const remembering = resolver([allow, allow], 2_000);
    for (const permission of [
      opmodelSloReadPermission,
      opmodelSloCorrectPermission,
    ]) {
      await remembering.resolve(user, permission);
    }
    permissions.authorizeConditional.mockResolvedValue([allow, deny]);
    expect(await remembering.resolve(user, opmodelSloReadPermission)).toEqual({
      type: 'all',
    });
    expect(
      await remembering.resolve(user, opmodelSloCorrectPermission),
    ).toEqual({ type: 'none' });
  });

  it('asks for both permissions in one call', async () => {
    await resolve(allow, allow);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    const [requests] = permissions.authorizeConditional.mock.calls[0];
    expect(requests.map(({ permission }) => permission.name)).toEqual([
      'catalog.entity.read',
      'opmodel.dora.read',
    ]);
  });

  it('needs both', async () => {
    expect(await resolve(allow, allow)).toEqual({ type: 'all' });
    expect(await resolve(deny, allow)).toEqual({ type: 'none' });
    expect(await resolve(allow, deny)).toEqual({ type: 'none' });
    expect(await resolve(foreign, deny)).toEqual({ type: 'none' });
    expect(await resolve(components, owned)).toEqual({
      type: 'condition',
      condition: {
        allOf: [
          { key: 'kind', values: ['component'] },
          { key: 'relations.ownedBy', values: ['group:default/a'] },
        ],
      },
    });
    expect(getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('has the catalog decide what the snapshot cannot, for the entities in question', async () => {
    expect(await resolve(foreign, components)).toEqual({
      type: 'refs',
      refs: new Set(['component:default/cart']),
    });
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
    expect(getEntitiesByRefs).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRefs: ['component:default/cart', 'component:default/mail'],
      }),
      { credentials: user },
    );
  });

  it('has the permission backend decide on a rule for the own permission', async () => {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(request => ({
        result: JSON.stringify(request).includes('/cart')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    );
    expect(await resolve(allow, foreign)).toEqual({
      type: 'refs',
      refs: new Set(['component:default/mail', 'system:default/shop']),
    });
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
  });

  it('asks what else somebody may do in the same call, and leaves open what only the catalog can tell', async () => {
    const found = await resolver([
      components,
      owned,
      allow,
      deny,
      foreign,
    ]).resolveWithDeeds(user, opmodelDoraReadPermission, [
      opmodelDoraCorrectPermission,
      opmodelSloReadPermission,
      opmodelSloCorrectPermission,
    ]);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    const kind = { key: 'kind', values: ['component'] };
    expect(found).toEqual({
      visibility: await resolve(components, owned),
      mayDo: [
        { type: 'condition', condition: { allOf: [kind] } },
        { type: 'none' },
        undefined,
      ],
    });
    expect(permissions.authorize).not.toHaveBeenCalled();
  });

  it('asks a service for its permissions alone, also for what it may do', async () => {
    const service = mockCredentials.service();
    const found = await resolver([allow, deny]).resolveWithDeeds(
      service,
      opmodelDoraReadPermission,
      [opmodelDoraCorrectPermission],
    );
    expect(found).toEqual({
      visibility: { type: 'all' },
      mayDo: [{ type: 'none' }],
    });
    const [requests] = permissions.authorizeConditional.mock.calls[0];
    expect(requests).toHaveLength(2);
  });

  it('does not trust the name of a rule of another plugin', async () => {
    await resolve(conditional('IS_ENTITY_KIND', { kinds: [] }, 'other'), allow);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
  });

  it('asks in portions of at most 500', async () => {
    await scanEntities(
      store,
      Array.from({ length: 1_200 }, (_, i) => entityOf(`api:default/a${i}`)),
    );
    await resolve(foreign, allow);
    expect(
      getEntitiesByRefs.mock.calls.map(([{ entityRefs }]) => entityRefs.length),
    ).toEqual([500, 500, 200]);
  });

  it('uses an answer for seconds, for one user', async () => {
    const visibility = resolver([foreign, allow]);
    const ask = (credentials = user) =>
      visibility.resolve(credentials, opmodelDoraReadPermission);
    await Promise.all([ask(), ask()]);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
    await ask(mockCredentials.user('user:default/bob'));
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(2);
    now += 9_999;
    await ask();
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(2);
    now += 1;
    await ask();
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(3);
  });

  it('shows nothing when the catalog does not answer, and asks again', async () => {
    const visibility = resolver([foreign, allow]);
    getEntitiesByRefs.mockRejectedValueOnce(new Error('catalog is down'));
    await expect(
      visibility.resolve(user, opmodelDoraReadPermission),
    ).rejects.toThrow('catalog is down');
    expect(
      await visibility.resolve(user, opmodelDoraReadPermission),
    ).toMatchObject({ type: 'refs' });
  });

  it('authorises a service by its listed permission alone', async () => {
    const service = mockCredentials.service('external:ci');
    const resolveService = (decision: PolicyDecision) =>
      resolver([decision]).resolve(service, opmodelDoraReadPermission);
    expect(await resolveService(allow)).toEqual({ type: 'all' });
    expect(await resolveService(deny)).toEqual({ type: 'none' });
    expect(permissions.authorizeConditional).toHaveBeenLastCalledWith(
      [{ permission: opmodelDoraReadPermission }],
      { credentials: service },
    );
  });
});
