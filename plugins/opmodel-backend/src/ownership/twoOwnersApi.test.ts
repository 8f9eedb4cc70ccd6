import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import request from 'supertest';
import { createResponseValidator } from '../testing/createResponseValidator';
import { startEngine } from '../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const entity = (
  kind: string,
  name: string,
  spec: Record<string, unknown>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: spec as Entity['spec'],
});
const component = (name: string, owner: string) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner,
    system: 'juniper-shop',
  });

const entities = [
  entity('Group', 'juniper', { type: 'team', children: [] }),
  entity('Group', 'sorrel', { type: 'team', children: [] }),
  entity('User', 'juniper-ada', { memberOf: ['juniper'] }),
  entity('User', 'sorrel-eve', { memberOf: ['sorrel'] }),
  entity('System', 'juniper-shop', { owner: 'juniper' }),
  component('juniper-cart', 'juniper'),
  component('juniper-till', 'juniper'),
  // In a system of the other team.
  component('sorrel-post', 'sorrel'),
];

/** Ada and Eve see what their team owns, their team and its people; the guard sees everything. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1] ?? '';
    const [team] = name.split('-');
    return isResourcePermission(permission, 'catalog-entity') &&
      name !== 'guard'
      ? createCatalogConditionalDecision(permission, {
          anyOf: [
            catalogConditions.isEntityOwner({
              claims: [`group:default/${team}`],
            }),
            ...[team, name].map(value =>
              catalogConditions.hasMetadata({ key: 'name', value }),
            ),
          ] as [any, ...any[]],
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const owners = [
  {
    caller: 'juniper-ada',
    team: 'juniper',
    other: 'sorrel',
    owned: [
      'component:default/juniper-cart',
      'component:default/juniper-till',
      'system:default/juniper-shop',
    ],
  },
  {
    caller: 'sorrel-eve',
    team: 'sorrel',
    other: 'juniper',
    owned: ['component:default/sorrel-post'],
  },
];

describe('two owners who each see what is theirs', () => {
  const validate = createResponseValidator();
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function ask(path: string, caller: string, body?: object) {
    const url = `/api/opmodel${path}`;
    const sent = body
      ? request(engine.server).post(url).send(body)
      : request(engine.server).get(url);
    const response = await sent.set(
      'authorization',
      mockCredentials.user.header(`user:default/${caller}`),
    );
    validate(body ? 'post' : 'get', path, response);
    return response;
  }

  /** An answer in which nothing of the other team may be. */
  async function succeed(
    path: string,
    { caller, other }: { caller: string; other?: string },
    body?: object,
  ) {
    const { body: answer } = await ask(path, caller, body);
    expect([path, answer.error?.message]).toEqual([path, undefined]);
    // An entity that may be seen names its system, as it does in the catalog.
    const text = JSON.stringify(answer, (key, value) =>
      key === 'systemRef' ? undefined : value,
    );
    const isTold = other !== undefined && text.includes(other);
    expect([path, isTold]).toEqual([path, false]);
    return answer;
  }

  const dissolve = (team: string) => ({
    changes: [{ type: 'dissolve_team', teamRefs: [`group:default/${team}`] }],
  });
  const refsOf = (items: { ref: string }[]) =>
    items.map(({ ref }) => ref).sort();

  beforeAll(async () => {
    engine = await startEngine({ policy, entities });
    const complete = async () => {
      await engine.runTask('opmodel-catalog-snapshot');
      const { body } = await ask('/ownership/summary', 'guard');
      const list = await ask('/ownership?gap=single_member_team', 'guard');
      return body.coverage?.entities === 4 && list.body.totalItems === 4;
    };
    for (let tries = 0; !(await complete()) && tries < 300; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  });

  afterAll(() => engine.stop());

  it.each(owners)(
    'lists and counts for $caller what $team owns',
    async owner => {
      for (const query of ['', '?gap=single_member_team']) {
        const list = await succeed(`/ownership${query}`, owner);
        expect(refsOf(list.items)).toEqual(owner.owned);
        expect(list.totalItems).toBe(owner.owned.length);
      }
      const summary = await succeed('/ownership/summary', owner);
      expect(summary.coverage.entities).toBe(owner.owned.length);
      expect(
        summary.gaps.find(({ gap }: any) => gap === 'single_member_team')
          .entities,
      ).toBe(owner.owned.length);
      expect(summary.trend.at(-1).entities).toBe(owner.owned.length);
    },
  );

  it.each(owners)('draws for $caller what $team owns', async owner => {
    const group = `group:default/${owner.team}`;
    const map = await succeed('/ownership/map', owner);
    expect(refsOf(map.nodes)).toEqual([...owner.owned, group].sort());
    expect(map.total).toBe(owner.owned.length + 1);
    expect(map.nodes.find(({ ref }: any) => ref === group)).toMatchObject({
      entities: owner.owned.length,
      load: { entities: owner.owned.length, members: 1 },
    });
    const domains = await succeed('/ownership/map?view=domains', owner);
    expect(refsOf(domains.nodes)).toEqual(owner.owned);
  });

  it.each(owners)('plans for $caller with what $team owns', async owner => {
    const answer = await succeed(
      '/ownership/what-if',
      owner,
      dissolve(owner.team),
    );
    expect(answer.before.entities).toBe(owner.owned.length);
    expect(refsOf(answer.entities)).toEqual(owner.owned);
    const refused = await ask(
      '/ownership/what-if',
      owner.caller,
      dissolve(owner.other),
    );
    const missing = await ask(
      '/ownership/what-if',
      owner.caller,
      dissolve('nowhere'),
    );
    // A team that may not be seen is like one that does not exist.
    expect([refused.status, refused.body.error.message]).toEqual([
      missing.status,
      missing.body.error.message.replace('nowhere', owner.other),
    ]);
    expect(refused.status).toBe(400);
  });

  it('shows both to whoever sees everything, whoever asked before', async () => {
    const guard = { caller: 'guard' };
    const all = owners.flatMap(({ owned }) => owned).sort();
    const list = await succeed('/ownership', guard);
    expect(refsOf(list.items)).toEqual(all);
    for (let again = 0; again < 2; again += 1) {
      const map = await succeed('/ownership/map', guard);
      expect(refsOf(map.nodes)).toEqual(
        [...all, 'group:default/juniper', 'group:default/sorrel'].sort(),
      );
    }
    const [ada] = owners;
    expect((await succeed('/ownership/map', ada)).total).toBe(4);
  });
});
