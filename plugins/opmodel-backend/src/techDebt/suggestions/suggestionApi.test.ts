import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createBackendModule } from '@backstage/backend-plugin-api';
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
import {
  type DebtSightings,
  opmodelDebtSuggestionsExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import {
  type FoundSuggestion,
  suggestionFingerprint,
} from '@opmodel/backstage-plugin-opmodel-common';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { createPostgresDatabase } from '../../testing/faults/faultDatabases';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';
import {
  createDebtItemConditionalDecision,
  debtItemConditions,
} from '../items/debtPermissionRules';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const entity = (kind: string, name: string, spec: object): Entity => ({
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
  });

const scorecard = (name: string) => ({
  ...entity('Scorecard', name, {
    title: `The ${name} scorecard`,
    filter: 'catalog.kind == "component"',
    levels: [{ name: 'Bronze', rank: 1 }],
    checks: [
      {
        id: 'described',
        name: `Is described (${name})`,
        category: 'Documentation',
        level: 'Bronze',
        solution: 'Describe {{ entity.name }}.',
        expression: 'catalog.hasDescription',
      },
    ],
  }),
  apiVersion: 'opmodel.io/v1alpha1',
});

const hidden = ['vault', 'guards', 'secret'];

const entities = [
  entity('Group', 'shop', { type: 'team', children: [] }),
  entity('Group', 'mail', { type: 'team', children: [] }),
  entity('Group', 'guards', { type: 'team', children: [] }),
  component('cart', 'shop'),
  component('post', 'mail'),
  component('vault', 'guards'),
  scorecard('open'),
  scorecard('secret'),
];

/** Only the guard sees what is hidden; the owner files for his group alone; the reader does nothing but read. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (
      (name === 'mute' && permission.name === 'opmodel.tech-debt.read') ||
      (name !== 'guard' && permission.name === 'opmodel.health.read') ||
      (name === 'reader' && permission.attributes.action !== 'read')
    ) {
      return { result: AuthorizeResult.DENY };
    }
    if (isResourcePermission(permission, 'opmodel-debt-item')) {
      return name === 'owner'
        ? createDebtItemConditionalDecision(
            permission,
            debtItemConditions.isOwner({ claims: ['group:default/mail'] }),
          )
        : { result: AuthorizeResult.ALLOW };
    }
    return isResourcePermission(permission, 'catalog-entity') &&
      name !== 'guard'
      ? createCatalogConditionalDecision(permission, {
          not: {
            anyOf: hidden.map(value =>
              catalogConditions.hasMetadata({ key: 'name', value }),
            ) as any,
          },
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const databases = {
  SQLITE_3: { client: 'better-sqlite3', connection: ':memory:' },
  get POSTGRES_18() {
    return createPostgresDatabase().config;
  },
};

const c = (name: string) => `component:default/${name}`;

type Method = 'get' | 'post' | 'delete';
interface Sent {
  as?: string;
  status?: number;
  body?: object;
}

/** A source of a module, which finds what it is told to, and fails where it is told to. */
const world: { found: FoundSuggestion[]; failsAt?: string } = { found: [] };

const todoModule = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'todo',
  register(env) {
    env.registerInit({
      deps: { debt: opmodelDebtSuggestionsExtensionPoint },
      async init({ debt }) {
        debt.addSuggestionSource({
          id: 'todo',
          title: 'Comments',
          kinds: ['component'],
          cadence: { hours: 1 },
          batchSize: 1,
          async suggest(asked): Promise<DebtSightings> {
            const refs = asked.map(({ entityRef }) => entityRef);
            if (world.failsAt && refs.includes(world.failsAt)) {
              throw new Error('git.example.com did not answer');
            }
            return {
              lookedAt: refs,
              suggestions: world.found.filter(({ entityRef }) =>
                refs.includes(entityRef),
              ),
              leftOut: [],
            };
          },
        });
      },
    });
  },
});

const todo = (name: string, given: Partial<FoundSuggestion> = {}) => {
  const entityRef = given.entityRef ?? c('cart');
  return {
    source: 'todo' as const,
    fingerprint: suggestionFingerprint('todo', entityRef, [name]),
    entityRef,
    title: `TODO: ${name}`,
    description: 'A comment says so.',
    category: 'code' as const,
    severity: null,
    since: null,
    principalDays: null,
    evidence: [],
    links: [],
    ...given,
  };
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'suggested debt behind HTTP on %s',
  id => {
    const validate = createResponseValidator();
    const createEvent = jest.fn(async (_event: { eventId: string }) => ({
      success: jest.fn(),
      fail: jest.fn(),
    }));
    const auditor = mockServices.auditor.mock({ createEvent });
    let engine: Awaited<ReturnType<typeof startEngine>>;

    /** A request whose answer must be what the API's description says. */
    async function send(method: Method, path: string, options: Sent = {}) {
      const { as = 'ada', status = 200, body } = options;
      const response = await request(engine.server)
        [method](`/api/opmodel${path}`)
        .set('authorization', mockCredentials.user.header(`user:default/${as}`))
        .send(body);
      expect([path, as, response.status, response.body]).toEqual([
        path,
        as,
        status,
        expect.anything(),
      ]);
      validate(method, path, response);
      return response.body;
    }
    const messageOf = async (
      method: Method,
      path: string,
      options: Sent & { status: number },
    ): Promise<string> => (await send(method, path, options)).error.message;
    const list = async (query = '', as = 'ada') =>
      send('get', `/tech-debt/suggestions?${query}`, { as });
    const titles = async (query = '', as = 'ada') =>
      (await list(query, as)).items.map(({ title }: any) => title).sort();
    const only = async (query = '', as = 'ada') => {
      const { items, totalItems } = await list(query, as);
      expect(totalItems).toBe(1);
      return items[0];
    };
    const pathOf = ({ id: suggestionId }: { id: string }, rest = '') =>
      `/tech-debt/suggestions/${suggestionId}${rest}`;
    const lookAgain = async () => {
      await engine.knex('tech_debt_suggestion_sources').update({ next_at: 0 });
      await engine.runTask('opmodel-tech-debt-suggestions');
    };

    beforeAll(async () => {
      engine = await startEngine({
        policy,
        entities,
        features: [openSloInCatalog, todoModule, auditor.factory],
        config: {
          backend: { baseUrl: 'http://localhost', database: databases[id] },
          catalog: {
            locations: [],
            processingInterval: '1s',
            rules: [{ allow: ['Component', 'Group', 'Location', 'Scorecard'] }],
          },
          opmodel: {
            snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
            subjects: { slo: { enabled: false } },
            techDebt: {
              suggestions: {
                failingChecks: { olderThanDays: 0 },
                hotspots: { enabled: false },
              },
            },
          },
        },
      });
      await scanUntil(engine, async () => {
        const [{ found }] = await engine
          .knex('entities')
          .whereIn(
            'name',
            entities.map(({ metadata }) => metadata.name),
          )
          .count({ found: '*' });
        return Number(found) === entities.length;
      });
      await engine.runTask('opmodel-scorecards-facts');
      await engine.runTask('opmodel-scorecards-evaluation');
    });

    afterAll(() => engine.stop());

    beforeEach(async () => {
      world.found = [];
      world.failsAt = undefined;
      createEvent.mockClear();
      for (const table of [
        'tech_debt_suggestions',
        'tech_debt_suggestion_texts',
        'tech_debt_suggestion_looks',
        'tech_debt_versions',
        'tech_debt_item_links',
        'tech_debt_item_entities',
        'tech_debt_item_texts',
        'tech_debt_items',
      ]) {
        await engine.knex(table).delete();
      }
      await engine.knex('tech_debt_suggestion_sources').update({
        run_at: null,
        cursor: null,
        error: null,
        failed_cursor: null,
        succeeded_at: null,
        entities: null,
      });
    });

    it('suggests checks that fail, to those who see the entity and the scorecard', async () => {
      await lookAgain();
      expect(await titles('source=failing_check')).toEqual([
        'Check fails: Is described (open)',
        'Check fails: Is described (open)',
      ]);
      expect((await list('source=failing_check', 'guard')).totalItems).toBe(6);
      expect(await titles('source=failing_check&scope=org')).toHaveLength(2);
      const suggestion = await only(
        `source=failing_check&entity=Component:default/Cart`,
      );
      expect(suggestion).toMatchObject({
        state: 'open',
        entity: { ref: c('cart'), title: 'cart', exists: true },
        category: 'documentation',
        severity: null,
        promotion: null,
        dismissal: null,
        goneSince: null,
        may: { promote: true, dismiss: true, putBack: false },
      });
      expect(await send('get', pathOf(suggestion))).toMatchObject({
        ...suggestion,
        description: expect.stringContaining('Describe cart.'),
        evidence: expect.arrayContaining([
          {
            type: 'text',
            name: 'check',
            value: 'scorecard:default/open#described',
          },
        ]),
        links: [{ type: 'check', ref: 'scorecard:default/open#described' }],
        proposed: {
          title: 'Check fails: Is described (open)',
          entityRefs: [c('cart')],
          ownerRef: 'group:default/shop',
        },
        duplicates: [],
      });
      const before = await list();
      await lookAgain();
      expect((await list()).items.map((each: any) => each.id)).toEqual(
        before.items.map((each: any) => each.id),
      );
    });

    it('files a suggestion once, with what is edited before', async () => {
      world.found = [todo('one', { principalDays: 3, severity: 'high' })];
      await lookAgain();
      const suggestion = await only('source=todo');
      const path = pathOf(suggestion, '/promotion');
      const body = {
        item: { title: 'Edited', estimate: { impact: 4 }, severity: 'low' },
      };
      const { item, suggestion: promoted } = await send('post', path, { body });
      expect(item).toMatchObject({
        title: 'Edited',
        severity: 'low',
        ownerRef: 'group:default/shop',
        estimate: { principalDays: 3, impact: 4 },
        status: 'open',
        origin: { type: 'suggestion', source: 'todo' },
      });
      expect(promoted).toMatchObject({
        state: 'promoted',
        promotion: { itemId: item.id, by: 'user:default/ada' },
        may: { promote: false, dismiss: false, putBack: false },
      });
      const again = await send('post', path, { as: 'guard', body: {} });
      expect(again.item.id).toBe(item.id);
      expect(again.suggestion.promotion).toEqual(promoted.promotion);
      expect((await send('get', '/tech-debt/items')).totalItems).toBe(1);
      expect(await titles('source=todo')).toEqual([]);
      expect((await only(`state=promoted&item=${item.id}`)).id).toBe(
        suggestion.id,
      );

      // What is not found any more is told beside the item, which stays as it is.
      world.found = [];
      await lookAgain();
      expect(
        (await only(`state=promoted&item=${item.id}`)).goneSince,
      ).not.toBeNull();
      expect((await send('get', `/tech-debt/items/${item.id}`)).status).toBe(
        'open',
      );

      // An item that was deleted since is filed anew.
      await request(engine.server)
        .delete(`/api/opmodel/tech-debt/items/${item.id}?version=1`)
        .set('authorization', mockCredentials.user.header('user:default/ada'))
        .expect(204);
      expect((await only('state=promoted')).promotion.itemId).toBeNull();
      const anew = await send('post', path, { body: {} });
      expect(anew.item.id).not.toBe(item.id);
      expect(createEvent.mock.calls.map(([{ eventId }]) => eventId)).toContain(
        'debt-suggestion-promote',
      );
    });

    it('files it once, however many do so at the same time', async () => {
      world.found = [todo('one')];
      await lookAgain();
      const suggestion = await only('source=todo');
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() =>
          send('post', pathOf(suggestion, '/promotion'), { body: {} }),
        ),
      );
      expect(new Set(answers.map(({ item }) => item.id)).size).toBe(1);
      expect((await send('get', '/tech-debt/items')).totalItems).toBe(1);
    });

    it('says that an item is there already, and refuses what is none', async () => {
      world.found = [todo('one')];
      await lookAgain();
      const suggestion = await only('source=todo');
      const path = pathOf(suggestion, '/promotion');
      const { item } = await send('post', '/tech-debt/items', {
        status: 201,
        body: { title: 'TODO one', entityRefs: [c('cart')] },
      });
      const { duplicates } = await send('get', pathOf(suggestion));
      expect(duplicates).toMatchObject([{ id: item.id, certainty: 'likely' }]);
      expect(
        await messageOf('post', path, { status: 400, body: { itemId: 'x' } }),
      ).toContain("'itemId' must be a debt item");
      expect(
        await messageOf('post', path, { status: 400, body: { itemId: '\0' } }),
      ).toContain("'itemId'");
      expect(
        await messageOf('post', path, {
          status: 400,
          body: { itemId: item.id, item: {} },
        }),
      ).toContain("'itemId'");
      expect(
        await messageOf('post', path, {
          status: 400,
          body: { item: { title: ' ' } },
        }),
      ).toContain("'title'");
      expect(
        await messageOf('post', path, { status: 400, body: { items: 1 } }),
      ).toContain("'items'");
      const answer = await send('post', path, { body: { itemId: item.id } });
      expect(answer.item).toEqual(item);
      expect((await send('get', '/tech-debt/items')).totalItems).toBe(1);
    });

    it('dismisses for good, with a reason, until it is put back', async () => {
      world.found = [todo('one')];
      await lookAgain();
      const suggestion = await only('source=todo');
      const path = pathOf(suggestion, '/dismissal');
      const body = { reason: 'It is <b>meant</b> so' };
      expect(
        await messageOf('post', path, { status: 400, body: { reason: ' ' } }),
      ).toContain("'reason'");
      const dismissed = await send('post', path, { body });
      expect(dismissed).toMatchObject({
        state: 'dismissed',
        dismissal: { reason: body.reason, by: 'user:default/ada' },
        may: { promote: false, dismiss: false, putBack: true },
      });
      expect(
        await send('post', path, { as: 'guard', body: { reason: 'Other' } }),
      ).toEqual(dismissed);
      world.found = [todo('one', { title: 'TODO: worse' })];
      await lookAgain();
      expect(await titles('source=todo')).toEqual([]);
      expect((await only('state=dismissed')).title).toBe('TODO: worse');
      expect(
        await messageOf('post', pathOf(suggestion, '/promotion'), {
          status: 409,
          body: {},
        }),
      ).toContain('was dismissed');
      expect(await send('delete', path)).toMatchObject({
        state: 'open',
        dismissal: null,
      });
      expect(await send('delete', path)).toMatchObject({ state: 'open' });
      await send('post', pathOf(suggestion, '/promotion'), { body: {} });
      await messageOf('post', path, { status: 409, body });
      await messageOf('delete', path, { status: 409 });
    });

    it('decides many at once, each by itself', async () => {
      world.found = [
        todo('one'),
        todo('two'),
        todo('three', { entityRef: c('vault') }),
      ];
      await lookAgain();
      const { items } = await list('source=todo&sort=title', 'guard');
      const [one, three, two] = items;
      await send('post', pathOf(two, '/dismissal'), { body: { reason: 'No' } });
      const path = '/tech-debt/suggestions/bulk';
      const body = {
        deed: 'promote',
        ids: [three.id, one.id, 'unknown', two.id],
      };
      const { results } = await send('post', path, { body });
      expect(results.map((each: any) => [each.id, each.status])).toEqual([
        [three.id, 'not_found'],
        [one.id, 'done'],
        ['unknown', 'not_found'],
        [two.id, 'conflict'],
      ]);
      expect(results[1].itemId).toEqual(expect.any(String));
      expect((await send('post', path, { body })).results[1]).toEqual(
        results[1],
      );
      for (const [wrong, named] of [
        [{ deed: 'dismiss', ids: ['a'] }, "'reason'"],
        [{ deed: 'promote', ids: ['a'], reason: 'x' }, "'reason'"],
        [{ deed: 'promote', ids: ['a', 'a'] }, "'ids[1]'"],
        [{ deed: 'promote', ids: ['a', 'b\0'] }, "'ids[1]'"],
        [{ deed: 'promote', ids: [] }, 'ids'],
        [
          {
            deed: 'promote',
            ids: Array.from({ length: 101 }, (_, n) => `${n}`),
          },
          'ids',
        ],
      ] as const) {
        expect(
          await messageOf('post', path, { status: 400, body: wrong }),
        ).toContain(named);
      }
    });

    it('lets only those decide who may file it, and nobody see what is hidden', async () => {
      world.found = [
        todo('cart'),
        todo('post', { entityRef: c('post') }),
        todo('vault', { entityRef: c('vault') }),
      ];
      await lookAgain();
      const { items } = await list('source=todo&sort=title', 'guard');
      const [cart, post, vault] = items;
      for (const rest of ['', '/promotion', '/dismissal']) {
        const method = rest === '' ? 'get' : 'post';
        const body = rest === '/dismissal' ? { reason: 'No' } : {};
        const messages = await Promise.all(
          [vault.id, 'none'].map(async one =>
            (
              await messageOf(method, pathOf({ id: one }, rest), {
                status: 404,
                body: method === 'get' ? undefined : body,
              })
            ).replace(one, '…'),
          ),
        );
        expect(messages[0]).toBe(messages[1]);
      }
      const dismiss = { reason: 'No' };
      for (const [as, which, status] of [
        ['reader', post, 403],
        ['owner', cart, 403],
        ['owner', post, 200],
      ] as const) {
        await send('post', pathOf(which, '/dismissal'), {
          as,
          status,
          body: dismiss,
        });
      }
      await send('post', pathOf(cart, '/promotion'), {
        as: 'owner',
        status: 403,
        body: {},
      });
      expect((await only('source=todo', 'owner')).may).toEqual({
        promote: false,
        dismiss: false,
        putBack: false,
      });
      await send('get', '/tech-debt/suggestions', { as: 'mute', status: 403 });
      expect(await titles('source=todo&owner=group:default/guards')).toEqual(
        [],
      );
      expect(await titles('source=todo&scope=group:default/guards')).toEqual(
        [],
      );
      expect(await titles('source=todo&scope=group:default/shop')).toEqual([
        'TODO: cart',
      ]);
      expect(await titles('source=todo&owner=group:default/shop')).toEqual([
        'TODO: cart',
      ]);
    });

    it('tells which sources are on, and how they fare to operators alone', async () => {
      world.found = [todo('cart'), todo('vault', { entityRef: c('vault') })];
      await lookAgain();
      world.failsAt = c('post');
      await engine.knex('tech_debt_suggestion_sources').update({ next_at: 0 });
      await expect(
        engine.runTask('opmodel-tech-debt-suggestions'),
      ).rejects.toThrow('git.example.com did not answer');
      const sources = async (as: string) => {
        const { items } = await send('get', '/tech-debt/suggestion-sources', {
          as,
        });
        return new Map<string, any>(
          items.map((each: any) => [each.source, each]),
        );
      };
      const seen = await sources('ada');
      expect(
        [...seen].map(([, { state, offBecause }]) => [state, offBecause]),
      ).toEqual([
        ['ok', null],
        ['ok', null],
        ['off', 'subject'],
        ['off', 'configuration'],
        ['failing', null],
        ['off', 'installed'],
        ['pushed', null],
        ['pushed', null],
      ]);
      expect(seen.get('todo')).toMatchObject({
        title: 'Comments',
        openSuggestions: 1,
        lookedAt: null,
        problem: null,
      });
      const operated = await sources('guard');
      expect(operated.get('todo')).toMatchObject({
        openSuggestions: 2,
        lookedAt: 3,
        problemEntities: 0,
        problem: expect.stringContaining('git.example.com did not answer'),
      });
      // Nothing was lost, the others went on, and the operator is told.
      expect((await list('source=todo', 'guard')).totalItems).toBe(2);
      const { alarms } = await send('get', '/health', { as: 'guard' });
      expect(alarms).toContainEqual(
        expect.objectContaining({ id: 'debt-source-failing', subject: 'todo' }),
      );
      // It fails once more at the same place, and goes on behind it.
      world.found = [todo('cart')];
      await lookAgain();
      expect(await titles('source=todo', 'guard')).toEqual(['TODO: cart']);
      expect((await sources('guard')).get('todo')).toMatchObject({
        state: 'ok',
        lookedAt: 3,
        problemEntities: 1,
      });
    });
  },
);
