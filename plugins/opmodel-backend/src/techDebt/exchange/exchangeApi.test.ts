import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
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
import fc from 'fast-check';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { createPostgresDatabase } from '../../testing/faults/faultDatabases';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';
import {
  createDebtItemConditionalDecision,
  debtItemConditions,
} from '../items/debtPermissionRules';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(300_000);

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

const entities = [
  entity('Group', 'shop', { type: 'team', children: [] }),
  entity('Group', 'mail', { type: 'team', children: [] }),
  entity('Group', 'guards', { type: 'team', children: [] }),
  component('cart', 'shop'),
  component('post', 'mail'),
  component('vault', 'guards'),
];

/** Only the guard sees what is hidden; `owner` changes what the group mail owns; the reader does nothing but read. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (name === 'reader' && permission.attributes.action !== 'read') {
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
            anyOf: ['vault', 'guards'].map(value =>
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
const g = (name: string) => `group:default/${name}`;
const script = '<img src=x onerror=alert(1)><script>alert(1)</script>';

interface Sent {
  as?: string;
  status?: number;
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'files of debt items behind HTTP on %s',
  id => {
    const validate = createResponseValidator();
    const events: object[] = [];
    const auditor = mockServices.auditor.mock({
      createEvent: async event => {
        return {
          async success(options) {
            events.push({ eventId: event.eventId, ...options });
          },
          async fail() {},
        };
      },
    });
    let engine: Awaited<ReturnType<typeof startEngine>>;

    const ask = (method: 'get' | 'post' | 'patch', path: string, as = 'ada') =>
      request(engine.server)
        [method](`/api/opmodel${path}`)
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${as}`),
        );

    async function post(path: string, body: object, options: Sent = {}) {
      const { as, status = 200 } = options;
      const response = await ask('post', path, as).send(body);
      expect([response.status, response.body]).toEqual([
        status,
        expect.anything(),
      ]);
      validate('post', path, response);
      return response.body;
    }
    const preview = (body: object, options?: Sent) =>
      post('/tech-debt/imports/preview', body, options);
    const take = (body: object, options?: Sent) =>
      post('/tech-debt/imports', body, options);
    const file = async (body: object, as = 'ada') =>
      (
        await post(
          '/tech-debt/items',
          { title: 'Old queue', entityRefs: [c('cart')], ...body },
          { as, status: 201 },
        )
      ).item;
    const list = async (query = '', as = 'ada') =>
      (await ask('get', `/tech-debt/items?limit=100${query}`, as)).body.items;
    const get = async (itemId: string, as = 'ada') =>
      (await ask('get', `/tech-debt/items/${itemId}`, as)).body;
    const exported = async (format: string, query = '', as = 'ada') => {
      const path = `/tech-debt/items/export?format=${format}${query}`;
      const response = await ask('get', path, as).buffer(true);
      expect(response.status).toBe(200);
      return response;
    };
    const json = (items: object[]) => ({
      format: 'json',
      text: JSON.stringify(items),
    });
    const csv = (...lines: string[]) => ({
      format: 'csv',
      text: lines.join('\n'),
    });

    beforeAll(async () => {
      engine = await startEngine({
        policy,
        entities,
        features: [auditor.factory],
        config: {
          backend: { baseUrl: 'http://localhost', database: databases[id] },
          catalog: {
            locations: [],
            processingInterval: '1s',
            rules: [{ allow: ['Component', 'Group', 'Location'] }],
          },
          opmodel: {
            snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
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
    });

    afterAll(() => engine.stop());

    afterEach(async () => {
      for (const table of [
        'comments',
        'versions',
        'item_links',
        'item_entities',
        'item_words',
        'item_texts',
        'items',
      ]) {
        await engine.knex(`tech_debt_${table}`).delete();
      }
    });

    it('previews what an import does, and writes nothing', async () => {
      const known = await file({ title: 'Old queue', severity: 'low' });
      const answer = await preview(
        csv(
          'Id,Title,Entities,Severity,Colour,Impact',
          `${known.id},Old queue,cart,high,red,`,
          'X-1,New,cart,,red,3',
          ',old QUEUE!,cart,,red,',
          'X-2,Bad,cart,,red,9',
          'X-3,Nowhere,component:default/none,,red,',
        ),
      );
      expect(answer.columns).toContainEqual({ header: 'Colour', field: null });
      expect(answer.columns).toContainEqual({
        header: 'Impact',
        field: 'estimate.impact',
      });
      expect(answer.counts).toEqual({
        create: 2,
        change: 1,
        unchanged: 0,
        repeated: 0,
        bad: 2,
        possibleDuplicates: 1,
      });
      expect(answer.versions).toEqual([{ id: known.id, version: 1 }]);
      expect(answer.rows).toMatchObject([
        {
          row: 2,
          outcome: 'change',
          itemId: known.id,
          differences: [{ field: 'severity', before: 'low', after: 'high' }],
        },
        { row: 3, outcome: 'create', title: 'New', possibleDuplicate: null },
        { row: 4, outcome: 'create', possibleDuplicate: { itemId: known.id } },
        {
          row: 5,
          outcome: 'bad',
          problems: [{ field: 'estimate.impact', column: 'Impact' }],
        },
        {
          row: 6,
          outcome: 'bad',
          problems: [
            {
              field: 'entityRefs[0]',
              message:
                "must be an entity of the catalog, got 'component:default/none'",
            },
          ],
        },
      ]);
      expect(await list()).toHaveLength(1);
    });

    it('takes good rows in, names bad ones, and changes nothing the second time', async () => {
      const body = json([
        { title: 'First', entityRefs: ['cart'], externalId: 'A-1' },
        { title: 'Second', entityRefs: ['post'], severity: 'high' },
        { title: 'Second', entityRefs: ['post'], severity: 'high' },
        { title: '', entityRefs: ['cart'] },
        { title: 'Accepted', entityRefs: ['cart'], status: 'accepted' },
        { title: 'Paid', entityRefs: ['cart'], status: 'resolved' },
        {
          title: 'Paid long ago',
          entityRefs: ['cart'],
          status: 'resolved',
          resolution: 'Rewritten',
          createdAt: '2024-01-02',
          resolvedAt: '2024-03-04',
        },
      ]);
      const first = await take(body);
      expect(first.rows.map(({ outcome }: any) => outcome)).toEqual([
        'created',
        'created',
        'repeated',
        'bad',
        'bad',
        'bad',
        'created',
      ]);
      expect(
        first.rows
          .flatMap(({ problems }: any) => problems)
          .map(({ field }: any) => field),
      ).toEqual(['title', 'status', 'resolution']);
      const paid = await get(first.rows[6].itemId);
      expect(paid).toMatchObject({
        status: 'resolved',
        resolution: 'Rewritten',
        createdAt: '2024-01-02T00:00:00.000Z',
        resolvedAt: '2024-03-04T00:00:00.000Z',
        origin: { type: 'import' },
        reportedBy: 'user:default/ada',
      });
      const { body: history } = await ask(
        'get',
        `/tech-debt/items/${paid.id}/versions`,
      );
      expect(history.items.map(({ at }: any) => at)).toEqual([
        '2024-03-04T00:00:00.000Z',
        '2024-01-02T00:00:00.000Z',
      ]);

      const before = await list();
      const second = await take(body);
      expect(second.counts).toEqual({
        created: 0,
        changed: 0,
        unchanged: 3,
        repeated: 1,
        skipped: 0,
        conflict: 0,
        bad: 3,
      });
      expect(await list()).toEqual(before);
      expect(events).toContainEqual({
        eventId: 'debt-import',
        meta: { format: 'json', ...first.counts },
      });
    });

    it('leaves the items of another team alone that are numbered alike', async () => {
      const sheet = (on: string, title: string) =>
        csv(
          'Id,Title,Entities',
          `1,${title} one,${on}`,
          `2,${title} two,${on}`,
        );
      const counts = async (body: object) => (await take(body)).counts;
      await take(sheet('cart', 'Cart'));
      const before = await list();
      expect(await counts(sheet('post', 'Post'))).toMatchObject({ created: 2 });
      const all = await list();
      expect(all.length).toBe(4);
      expect(all).toEqual(expect.arrayContaining(before));
      expect(await counts(sheet('cart', 'Cart'))).toMatchObject({
        unchanged: 2,
      });
      expect(await counts(sheet('post', 'Mail'))).toMatchObject({ changed: 2 });
      expect(await list()).toEqual(expect.arrayContaining(before));
      const { rows } = await take(csv('Id,Severity', '1,high', 'none,low'));
      expect(rows).toMatchObject([
        { outcome: 'bad', problems: [{ field: 'externalId' }] },
        {
          outcome: 'bad',
          problems: [{ field: 'title' }, { field: 'entityRefs' }],
        },
      ]);
      const mixed = csv('Id,Title,Entities', '9,New,cart', '9,New,post');
      expect(await counts(mixed)).toMatchObject({ created: 2 });
      expect(await counts(mixed)).toMatchObject({ unchanged: 2 });
      const { text } = await exported('csv');
      expect(await counts({ format: 'csv', text })).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: 6,
        bad: 0,
      });
    });

    it('skips what may be there already, unless it is told otherwise', async () => {
      const known = await file({ title: 'Old queue' });
      const body = json([
        { title: 'old queue', entityRefs: ['cart'] },
        { title: 'Old Queue.', entityRefs: ['cart'] },
      ]);
      const skipped = await take(body);
      expect(skipped.rows).toMatchObject([
        { outcome: 'skipped', itemId: known.id },
        { outcome: 'skipped' },
      ]);
      const chosen = await take({ ...body, createRows: [2] });
      expect(chosen.counts).toMatchObject({ created: 1, skipped: 1 });
      const all = await take({ ...body, possibleDuplicates: 'create' });
      expect(all.counts).toMatchObject({ created: 1, unchanged: 1 });
    });

    it('leaves an item that somebody changed since the preview as it is', async () => {
      const first = await file({ title: 'One' });
      const second = await file({ title: 'Two' });
      const body = json([
        { externalId: first.id, severity: 'high' },
        { externalId: second.id, severity: 'high' },
      ]);
      const { versions } = await preview(body);
      await ask('patch', `/tech-debt/items/${first.id}`)
        .send({ version: 1, severity: 'low' })
        .expect(200);
      const result = await take({ ...body, versions });
      expect(result.rows).toMatchObject([
        { outcome: 'conflict', itemId: first.id },
        { outcome: 'changed', itemId: second.id },
      ]);
      expect(await get(first.id)).toMatchObject({
        version: 2,
        severity: 'low',
      });
      // Sent again, what was done is done and what is left is left.
      expect((await take({ ...body, versions })).counts).toMatchObject({
        conflict: 1,
        unchanged: 1,
      });
    });

    it('lets a row do only what people do to where an item stands', async () => {
      const paid = await file({ title: 'Paid' });
      await post(`/tech-debt/items/${paid.id}/status`, {
        version: 1,
        deed: 'resolve',
        resolution: 'Done',
      });
      const open = await file({ title: 'Open' });
      const result = await take(
        json([
          { externalId: paid.id, status: 'planned' },
          { externalId: open.id, status: 'accepted' },
          {
            externalId: open.id.slice(1),
            title: 'x',
            entityRefs: ['cart'],
            resolution: 'why',
          },
        ]),
      );
      expect(
        result.rows.map(({ problems: [{ field, message }] }: any) => [
          field,
          message,
        ]),
      ).toEqual([
        ['status', "must not become 'planned' where the item is 'resolved'"],
        ['status', expect.stringContaining("must not be 'accepted'")],
        ['resolution', "must be empty, as the item is 'open'"],
      ]);
    });

    it('tells of what is hidden as of what does not exist', async () => {
      const secret = await file(
        { title: 'Secret', entityRefs: [c('vault')] },
        'guard',
      );
      const half = await file(
        { title: 'Half', entityRefs: [c('cart')], ownerRef: g('guards') },
        'guard',
      );
      const rows = (title: string, owner: string, entityRef: string) => [
        { title, entityRefs: [entityRef] },
        { externalId: secret.id, title, entityRefs: ['cart'] },
        { externalId: half.id, ownerRef: owner },
      ];
      const hidden = await preview(json(rows('Secret', 'guards', c('vault'))));
      const unknown = await preview(json(rows('Secret', 'nobody', c('none'))));
      const messages = ({ rows: told }: any) =>
        told.map(({ outcome, problems, possibleDuplicate }: any) => [
          outcome,
          problems.map(({ message }: any) => message.replace(/got .*/, '')),
          possibleDuplicate,
        ]);
      expect(messages(hidden)).toEqual(messages(unknown));
      expect(messages(hidden)).toEqual([
        ['bad', ['must be an entity of the catalog, '], null],
        ['create', [], null],
        ['bad', ['must be a group of the catalog, '], null],
      ]);
      const text = (await exported('csv')).text;
      expect(text).toContain('Half');
      expect(text).not.toMatch(/Secret|guards|vault/);
    });

    it('holds each row to what its reader may do', async () => {
      const cart = await file({ title: 'Cart' });
      const post_ = await file({ title: 'Post', entityRefs: [c('post')] });
      const body = json([
        { externalId: cart.id, severity: 'high' },
        { externalId: post_.id, severity: 'high' },
        { title: 'New cart', entityRefs: ['cart'] },
        { title: 'New post', entityRefs: ['post'] },
      ]);
      const result = await take(body, { as: 'owner' });
      expect(result.rows.map(({ outcome }: any) => outcome)).toEqual([
        'bad',
        'changed',
        'bad',
        'created',
      ]);
      await take(body, { as: 'reader', status: 403 });
      await preview(body, { as: 'reader', status: 403 });
    });

    it('keeps HTML and formulas as text, and links to http(s)', async () => {
      const result = await take(
        json([
          { title: script, description: script, entityRefs: ['cart'] },
          { title: '=1+1', entityRefs: ['cart'] },
          {
            title: 'Link',
            entityRefs: ['cart'],
            links: [
              { type: 'issue', ref: ['javascript', 'alert(1)'].join(':') },
            ],
          },
        ]),
      );
      expect(result.rows.map(({ outcome }: any) => outcome)).toEqual([
        'created',
        'created',
        'bad',
      ]);
      expect(result.rows[2].problems[0].field).toBe('links[0].ref');
      expect(await get(result.rows[0].itemId)).toMatchObject({
        title: script,
        description: script,
      });
      const { text, headers } = await exported('csv');
      expect(headers['content-type']).toContain('text/csv');
      expect(headers['content-disposition']).toContain('attachment');
      expect(text).toContain("'=1+1");
    });

    it('imports what it exported without a change, in each format', async () => {
      const texts = fc.oneof(
        fc.constantFrom(
          script,
          '=cmd',
          "'quoted",
          'a,b;"c"\nd',
          '- item',
          '#x',
        ),
        fc.string({ minLength: 1, maxLength: 40 }),
      );
      const line = texts
        .map(text => text.replace(/[\p{C}\s]+/gu, ' ').trim())
        .filter(text => text !== '');
      const item = fc.record(
        {
          title: line,
          entityRefs: fc.constantFrom([c('cart')], [c('cart'), c('post')]),
          description: line,
          severity: fc.constantFrom('critical', 'low'),
          targetDate: fc.constantFrom('2027-02-28', '2026-12-31'),
          estimate: fc.record(
            {
              principalDays: fc.constantFrom(0.5, 3, 12.125),
              impact: fc.integer({ min: 1, max: 5 }),
            },
            { requiredKeys: [] },
          ),
          links: fc.constantFrom(
            [],
            [
              {
                type: 'issue',
                ref: 'https://git.example.com/i/1',
                title: 'A, b',
              },
            ],
          ),
        },
        { requiredKeys: ['title', 'entityRefs'] },
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(item, { minLength: 1, maxLength: 5 }),
          async items => {
            for (const one of items) {
              await file(one);
            }
            const before = await list('&sort=title');
            for (const format of ['csv', 'json', 'yaml']) {
              const { text } = await exported(format);
              const result = await take({ format, text });
              expect(result.counts).toMatchObject({
                unchanged: before.length,
                created: 0,
                changed: 0,
                bad: 0,
                skipped: 0,
              });
            }
            expect(await list('&sort=title')).toEqual(before);
          },
        ),
        { numRuns: 6 },
      );
    });

    it('moves a register into another one', async () => {
      await file({ title: 'Open', severity: 'high' });
      const paid = await file({ title: 'Paid', entityRefs: [c('post')] });
      await post(`/tech-debt/items/${paid.id}/status`, {
        version: 1,
        deed: 'give_up',
        resolution: 'Nobody uses it',
      });
      const { text } = await exported('json');
      await engine.knex('tech_debt_items').delete();
      const result = await take({ format: 'json', text });
      expect(result.counts).toMatchObject({ created: 2, bad: 0 });
      const again = (await exported('json')).text;
      expect(JSON.parse(again)).toEqual(JSON.parse(text));
    });

    it('knows the items of a document that is sent again', async () => {
      const document = (title: string) => ({
        format: 'yaml',
        text: [
          'apiVersion: opmodel.io/v1alpha1',
          'kind: TechDebtRegister',
          'metadata: { name: checkout }',
          'spec:',
          '  appliesTo: [component:default/cart]',
          '  items:',
          '    - name: one',
          `      title: ${title}`,
        ].join('\n'),
      });
      const first = await take(document('Before'));
      expect(first.rows).toMatchObject([{ name: 'one', outcome: 'created' }]);
      const second = await take(document('After'));
      expect(second.rows).toMatchObject([
        { outcome: 'changed', itemId: first.rows[0].itemId },
      ]);
      expect(await list()).toMatchObject([
        { title: 'After', externalId: 'default/checkout#one' },
      ]);
      expect(
        (await preview({ format: 'yaml', text: 'a: [' })).problems[0].message,
      ).toContain('must be YAML; line 1');
    });

    it('takes 20,000 rows in of which 50 are bad, and completes what was interrupted', async () => {
      const rows = Array.from({ length: 20_000 }, (_, at) =>
        at % 400 === 7
          ? `D-${at},Item ${at},cart,urgent`
          : `D-${at},Item ${at},${at % 2 === 0 ? 'cart' : 'post'},high`,
      );
      const body = csv('Id,Title,Entities,Severity', ...rows);
      const part = csv('Id,Title,Entities,Severity', ...rows.slice(0, 3_000));
      expect((await take(part)).counts).toMatchObject({ bad: 8 });
      const result = await take(body);
      expect(result.counts).toMatchObject({
        created: 20_000 - 3_000 - 42,
        unchanged: 3_000 - 8,
        bad: 50,
      });
      const bad = result.rows.filter(({ outcome }: any) => outcome === 'bad');
      expect(bad).toHaveLength(50);
      expect(bad[1]).toMatchObject({
        row: 409,
        problems: [{ field: 'severity', column: 'Severity' }],
      });
      expect((await take(body)).counts).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: 19_950,
        bad: 50,
      });
    });

    it('refuses files with more rows than it takes', async () => {
      const rows = Array.from({ length: 25_001 }, (_, at) => `Item ${at},cart`);
      const { error } = await preview(csv('Title,Entities', ...rows), {
        status: 400,
      });
      expect(error.message).toContain("'text' must have at most 25000 rows");
    });

    it('files a row once that is sent twice at the same time', async () => {
      const body = json([
        { title: 'A', entityRefs: ['cart'], externalId: 'A-1' },
        { title: 'B', entityRefs: ['cart'], status: 'planned' },
      ]);
      const results = await Promise.all([take(body), take(body), take(body)]);
      expect(await list()).toHaveLength(2);
      const created = results.map(({ counts }) => counts.created);
      expect(created.reduce((sum, one) => sum + one, 0)).toBe(2);
    });

    it('changes many items in one way, each by itself', async () => {
      const [one, two, three] = [
        await file({ title: 'One' }),
        await file({ title: 'Two', entityRefs: [c('post')] }),
        await file({ title: 'Three', severity: 'high' }),
      ];
      const secret = await file(
        { title: 'S', entityRefs: [c('vault')] },
        'guard',
      );
      const items = [
        { id: one.id, version: 1 },
        { id: two.id, version: 7 },
        { id: three.id, version: 1 },
        { id: secret.id, version: 1 },
        { id: 'none', version: 1 },
      ];
      const result = await post('/tech-debt/items/bulk', {
        items,
        fields: { severity: 'high', targetDate: '2027-01-31' },
        note: 'Agreed',
      });
      expect(result.items).toMatchObject([
        { id: one.id, outcome: 'changed', version: 2 },
        { id: two.id, outcome: 'conflict', version: 1 },
        { id: three.id, outcome: 'changed', version: 2 },
        { outcome: 'not_found', version: null },
        { outcome: 'not_found', version: null },
      ]);
      const paid = await post('/tech-debt/items/bulk', {
        items: [{ id: one.id, version: 2 }],
        status: { deed: 'resolve', resolution: 'Done' },
      });
      expect(paid.counts.changed).toBe(1);
      expect(await get(one.id)).toMatchObject({
        status: 'resolved',
        resolution: 'Done',
      });
      const owned = await post(
        '/tech-debt/items/bulk',
        {
          items: [
            { id: three.id, version: 2 },
            { id: two.id, version: 1 },
          ],
          fields: { ownerRef: g('nobody') },
        },
        { as: 'owner' },
      );
      expect(owned.items).toMatchObject([
        { outcome: 'not_allowed' },
        { outcome: 'bad', field: 'ownerRef' },
      ]);
      const twice = await post(
        '/tech-debt/items/bulk',
        { items: [items[0], items[0]], fields: { severity: null } },
        { status: 400 },
      );
      expect(twice.error.message).toContain("'items[1].id'");
      await post('/tech-debt/items/bulk', { items }, { status: 400 });
    });
  },
);
