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
import {
  deploymentFact,
  incidentFact,
  noFacts,
} from '../../dora/testing/facts';
import { insertFacts } from '../../dora/testing/insertComponent';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { createPostgresDatabase } from '../../testing/faults/faultDatabases';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

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
const slo = (name: string, service: string): Entity => {
  const metric = { metricSource: { type: 'toy', spec: { query: 'q' } } };
  return {
    ...entity('SLO', name, {
      service,
      indicator: {
        metadata: { name: `${name}-sli` },
        spec: { ratioMetric: { counter: true, good: metric, total: metric } },
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Works', target: 0.99 }],
    }),
    apiVersion: 'openslo/v1',
  };
};
const scorecard = (name: string): Entity => ({
  ...entity('Scorecard', name, {
    title: name,
    filter: 'catalog.kind == "component"',
    levels: [{ name: 'Bronze', rank: 1 }],
    checks: [
      {
        id: 'described',
        name: 'Is described',
        level: 'Bronze',
        expression: 'catalog.hasDescription',
      },
    ],
  }),
  apiVersion: 'opmodel.io/v1alpha1',
});
const entities = [
  entity('Group', 'shop', { type: 'team', children: [] }),
  entity('Group', 'guards', { type: 'team', children: [] }),
  component('cart', 'shop'),
  component('vault', 'guards'),
  slo('cart-works', 'cart'),
  slo('vault-works', 'vault'),
  scorecard('open'),
  scorecard('vault-card'),
];
const hidden = ['vault', 'guards', 'vault-works', 'vault-card'];

/** Only the guard sees what is hidden; the blind reads debt and nothing else that it can be linked to. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (
      name === 'blind' &&
      /^opmodel\.(acceptance|decision|dora|slo|scorecard)\./.test(
        permission.name,
      )
    ) {
      return { result: AuthorizeResult.DENY };
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

interface Link {
  type: string;
  ref: string;
  title?: string | null;
}
interface Sent {
  as?: string;
  status?: number;
  body?: object;
}

const issue: Link = { type: 'issue', ref: 'https://git.example.com/1' };

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'links of debt items behind HTTP on %s',
  id => {
    const validate = createResponseValidator();
    let engine: Awaited<ReturnType<typeof startEngine>>;
    /** One of each type that ada sees, one that she does not, and one that nobody has. */
    const seen: Link[] = [];
    const unseen: Link[] = [];
    const none: Link[] = [
      { type: 'incident', ref: 'INC-9' },
      { type: 'deployment', ref: 'run-9' },
      { type: 'slo', ref: 'slo:default/none' },
      { type: 'check', ref: 'scorecard:default/open#none' },
      { type: 'check', ref: 'scorecard:default/none#described' },
      { type: 'exemption', ref: 'none' },
      { type: 'decision', ref: 'none' },
    ];

    /** A request whose answer must be what the API's description says. */
    async function send(
      method: 'get' | 'post' | 'patch',
      path: string,
      { as = 'ada', status = 200, body }: Sent = {},
    ) {
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
    const filed = (links: Link[], name: string) => ({
      title: 'Old queue',
      entityRefs: [c(name)],
      links,
    });
    const file = async (links: Link[], as = 'ada', name = 'cart') =>
      (
        await send('post', '/tech-debt/items', {
          as,
          status: 201,
          body: filed(links, name),
        })
      ).item;
    const refusalOf = async (links: Link[], as = 'ada'): Promise<string> =>
      (
        await send('post', '/tech-debt/items', {
          as,
          status: 400,
          body: filed(links, 'cart'),
        })
      ).error.message;
    const pathOf = (item: { id: string }) => `/tech-debt/items/${item.id}`;
    const linksOf = async (item: { id: string }, as?: string) =>
      (await send('get', pathOf(item), { as })).links.map(
        ({ type, ref }: Link) => ({ type, ref }),
      );

    async function seed(name: string, links: Link[]): Promise<void> {
      const guard = { as: 'guard', status: 201 };
      await insertFacts(engine.knex, c(name), {
        ...noFacts,
        incidents: [incidentFact(`INC-${name}`, Date.now())],
        deployments: [deploymentFact(`run-${name}`, Date.now())],
        latestRecordedAt: Date.now(),
      });
      const decision = await send('post', '/decisions', {
        ...guard,
        body: {
          title: 'Use one queue',
          context: 'Two were in use',
          decision: 'The first is kept',
          entityRefs: [c(name)],
          ownerRef: `group:default/${name === 'cart' ? 'shop' : 'guards'}`,
          decidedOn: '2026-01-02',
          links: [],
        },
      });
      const acceptance = await send(
        'post',
        `${pathOf(await file([], 'guard', name))}/acceptance`,
        {
          ...guard,
          body: {
            reason: 'Replaced in spring',
            riskLevel: 'low',
            expiresOn: new Date(Date.now() + 10 * 86_400_000)
              .toISOString()
              .slice(0, 10),
          },
        },
      );
      const card = name === 'cart' ? 'open' : 'vault-card';
      links.push(
        { type: 'incident', ref: `INC-${name}` },
        { type: 'deployment', ref: `run-${name}` },
        { type: 'slo', ref: `slo:default/${name}-works` },
        { type: 'check', ref: `scorecard:default/${card}#described` },
        { type: 'exemption', ref: acceptance.id },
        { type: 'decision', ref: decision.id },
      );
    }

    beforeAll(async () => {
      engine = await startEngine({
        policy,
        entities,
        features: [openSloInCatalog],
        config: {
          backend: { baseUrl: 'http://localhost', database: databases[id] },
          catalog: {
            locations: [],
            processingInterval: '1s',
            rules: [
              { allow: ['Component', 'Group', 'Location', 'Scorecard', 'SLO'] },
            ],
          },
          opmodel: {
            snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
          },
        },
      });
      await scanUntil(engine, async () => {
        await engine.runTask('opmodel-slo-definitions');
        const rows = await Promise.all(
          ['slos', 'scorecards'].map(table =>
            engine.knex(table).count({ found: '*' }),
          ),
        );
        return rows.every(([{ found }]) => Number(found) === 2);
      });
      await seed('cart', seen);
      await seed('vault', unseen);
    });

    afterAll(() => engine.stop());

    it('takes links to what there is, from whoever may see it', async () => {
      expect(await linksOf(await file([...seen, issue]))).toEqual([
        ...seen,
        issue,
      ]);
      const all = [...seen, ...unseen];
      expect(await linksOf(await file(all, 'guard'), 'guard')).toEqual(all);
    });

    it('refuses what there is not and what is hidden in the same words, and names the field', async () => {
      for (const link of [...none, ...unseen]) {
        const message = await refusalOf([issue, link]);
        const [{ ref }] = none.filter(({ type }) => type === link.type);
        expect(message.replace(link.ref, 'X')).toBe(
          (await refusalOf([issue, { ...link, ref }])).replace(ref, 'X'),
        );
        expect(message).toMatch(/^'links\[1\]\.ref' must be .* got '/);
      }
      for (const link of seen) {
        const message = await refusalOf([link], 'blind');
        expect(message).toMatch(/^'links\[0\]\.ref' must be /);
      }
    });

    it('keeps what an item is linked to, whatever became of it and whoever writes', async () => {
      const item = await file([...seen, issue], 'guard');
      await engine
        .knex('incidents')
        .where({ subject: 'INC-cart' })
        .update({ withdrawn: true });
      try {
        await send('patch', pathOf(item), {
          as: 'blind',
          body: {
            version: 1,
            links: seen.map(link => ({ ...link, title: null })),
          },
        });
        expect(await linksOf(item)).toEqual(seen);
        const { message } = (
          await send('patch', pathOf(item), {
            status: 400,
            body: { version: 2, links: [...seen, none[0]] },
          })
        ).error;
        expect(message).toBe(
          `'links[${seen.length}].ref' must be the id of an incident that there is, got 'INC-9'`,
        );
        expect(await refusalOf([seen[0]])).toContain("'links[0].ref'");
      } finally {
        await engine
          .knex('incidents')
          .where({ subject: 'INC-cart' })
          .update({ withdrawn: false });
      }
    });

    it('tells nobody who guesses a hidden link that an item has it, and loses none', async () => {
      const documents = unseen.filter(
        ({ type }) => type === 'slo' || type === 'check',
      );
      const item = await file(documents, 'guard');
      expect(await linksOf(item)).toEqual([]);
      for (const link of documents) {
        await send('patch', pathOf(item), {
          status: 400,
          body: { version: 1, links: [link] },
        });
      }
      await send('patch', pathOf(item), {
        body: { version: 1, links: [issue] },
      });
      expect(await linksOf(item, 'guard')).toEqual([issue, ...documents]);
    });

    it('keeps how a hidden exemption is called', async () => {
      const exemption = seen.find(({ type }) => type === 'exemption')!;
      const item = await file([{ ...exemption, title: 'Until spring' }]);
      const read = await send('get', pathOf(item), { as: 'blind' });
      expect(read.links).toMatchObject([{ title: null, state: 'unresolved' }]);
      await send('patch', pathOf(item), {
        as: 'blind',
        body: { version: 1, links: [{ ...exemption, title: null }, issue] },
      });
      expect((await send('get', pathOf(item))).links).toMatchObject([
        { title: 'Until spring' },
        issue,
      ]);
    });

    it('names the rows of a file of which a link leads nowhere', async () => {
      const rows = [seen[0], none[0], unseen[0]].map((link, at) => ({
        externalId: `row-${at}`,
        title: `Row ${at} of a file`,
        entityRefs: [c('cart')],
        links: [issue, link],
      }));
      const { rows: told, counts } = await send('post', '/tech-debt/imports', {
        body: { format: 'json', text: JSON.stringify(rows) },
      });
      expect(counts).toMatchObject({ created: 1, bad: 2 });
      expect(
        told.map(({ row, problems }: any) => [
          row,
          problems.map(({ field }: any) => field),
        ]),
      ).toEqual([
        [1, []],
        [2, ['links[1].ref']],
        [3, ['links[1].ref']],
      ]);
    });

    it('finds no items by a link to what is hidden, which would tell that it is there', async () => {
      const item = await file(unseen, 'guard');
      const findFor = async ({ type, ref }: Link, as: string) => {
        const query = `linkType=${type}&linkRef=${encodeURIComponent(ref)}`;
        const { items, totalItems } = await send(
          'get',
          `/tech-debt/items?${query}`,
          { as },
        );
        const ids = items.map((one: { id: string }) => one.id);
        return [ids.includes(item.id), totalItems > 0];
      };
      for (const link of unseen) {
        expect(await findFor(link, 'guard')).toEqual([true, true]);
        expect(await findFor(link, 'ada')).toEqual([false, false]);
      }
    });

    it('tells what is measured of what an item is linked to, as far as that may be seen', async () => {
      await engine.runTask('opmodel-scorecards-facts');
      await engine.runTask('opmodel-scorecards-evaluation');
      const evidenceFor = async (item: { id: string }, as?: string) =>
        (await send('get', pathOf(item), { as })).evidence;
      const item = await file([...seen, ...unseen, issue], 'guard');
      const told = {
        // Neither of the components has a description, and the item hangs on one of them.
        failingChecks: [
          {
            checkRef: 'scorecard:default/open#described',
            title: 'Is described',
            entityRef: c('cart'),
            failingSince: expect.any(String),
            days: 0,
          },
        ],
        errorBudgets: [
          {
            sloRef: 'slo:default/cart-works',
            title: 'cart-works',
            allowedSeconds: null,
            spentSeconds: null,
            consumed: null,
          },
        ],
      };
      expect(await evidenceFor(item)).toEqual(told);
      expect(await evidenceFor(item, 'blind')).toEqual({
        failingChecks: [],
        errorBudgets: [],
      });
      const { failingChecks, errorBudgets } = await evidenceFor(item, 'guard');
      expect(
        failingChecks.map(({ checkRef, entityRef }: any) => [
          checkRef,
          entityRef,
        ]),
      ).toEqual(
        expect.arrayContaining([
          ['scorecard:default/open#described', c('cart')],
          ['scorecard:default/vault-card#described', c('cart')],
        ]),
      );
      expect(errorBudgets).toHaveLength(2);
    });

    it('finds the items that are linked to something', async () => {
      for (const { type, ref } of seen) {
        const item = await file([{ type, ref }]);
        const query = `linkType=${type}&linkRef=${encodeURIComponent(ref)}`;
        const { items } = await send('get', `/tech-debt/items?${query}`);
        expect(items.map((one: { id: string }) => one.id)).toContain(item.id);
      }
    });
  },
);
