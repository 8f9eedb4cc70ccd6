import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
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
import { addDays, dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { createPostgresDatabase } from '../../testing/faults/faultDatabases';
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
const entities = [
  entity('Group', 'shop', { type: 'team', children: [] }),
  entity('Group', 'guards', { type: 'team', children: [] }),
  entity('User', 'ada', { memberOf: ['shop'] }),
  entity('User', 'bo', { memberOf: ['shop'] }),
  component('cart', 'shop'),
  component('vault', 'guards'),
];

/** Only the guard sees the vault; the blind may not read acceptances, and the mute not ask for any. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    const denied: Record<string, string> = {
      blind: 'opmodel.acceptance.read',
      mute: 'opmodel.acceptance.request',
    };
    if (denied[name ?? ''] === permission.name) {
      return { result: AuthorizeResult.DENY };
    }
    return isResourcePermission(permission, 'catalog-entity') &&
      name !== 'guard'
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'vault' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const today = dayOf(Date.now(), 'UTC');
const databases = {
  SQLITE_3: { client: 'better-sqlite3', connection: ':memory:' },
  get POSTGRES_18() {
    return createPostgresDatabase().config;
  },
};
const c = (name: string) => `component:default/${name}`;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'accepted debt behind HTTP on %s',
  id => {
    const validate = createResponseValidator();
    const createEvent = jest.fn(async (_event: { eventId: string }) => ({
      success: jest.fn(),
      fail: jest.fn(),
    }));
    const auditor = mockServices.auditor.mock({ createEvent });
    let engine: Awaited<ReturnType<typeof startEngine>>;

    /** A request whose answer must be what the API's description says. */
    async function send(
      method: 'get' | 'post' | 'patch' | 'delete',
      path: string,
      options: { as?: string; status?: number; body?: object } = {},
    ) {
      const { as = 'ada', status = 200, body } = options;
      const response = await request(engine.server)
        [method](`/api/opmodel${path}`)
        .set(
          'authorization',
          as === 'service'
            ? mockCredentials.service.header()
            : mockCredentials.user.header(`user:default/${as}`),
        )
        .send(body);
      expect([path, as, response.status, response.body]).toEqual([
        path,
        as,
        status,
        expect.anything(),
      ]);
      if (status !== 204) {
        validate(method, path, response);
      }
      return response.body;
    }
    const file = async (entityRefs = [c('cart')], as = 'ada') =>
      (
        await send('post', '/tech-debt/items', {
          as,
          status: 201,
          body: { title: 'Old queue', entityRefs },
        })
      ).item;
    const pathOf = ({ id: itemId }: { id: string }) =>
      `/tech-debt/items/${itemId}`;
    const read = (item: { id: string }, as?: string) =>
      send('get', pathOf(item), { as });
    const until = addDays(today, 20);
    const ask = (
      item: { id: string },
      body: object = {},
      { as, status = 201 }: { as?: string; status?: number } = {},
    ) =>
      send('post', `${pathOf(item)}/acceptance`, {
        as,
        status,
        body: {
          reason: 'Replaced in spring',
          riskLevel: 'low',
          expiresOn: until,
          ...body,
        },
      });
    const decide = (
      acceptance: { id: string },
      deed: 'approve' | 'deny' | 'revoke',
      as = 'bo',
    ) =>
      send('post', `/acceptances/${acceptance.id}/${deed}`, {
        as,
        body: { note: 'so be it' },
      });
    const accept = async (item: { id: string }, body: object = {}) => {
      const asked = await ask(item, body);
      await decide(asked, 'approve');
      return asked;
    };
    const versionsOf = async (item: { id: string }) =>
      (await send('get', `${pathOf(item)}/versions`)).items;

    beforeAll(async () => {
      engine = await startEngine({
        policy,
        entities,
        features: [
          auditor.factory,
          createServiceFactory({
            service: coreServices.userInfo,
            deps: {},
            factory: () =>
              Object.assign(mockServices.userInfo(), {
                async getUserInfo({ principal }: any) {
                  const { userEntityRef } = principal;
                  return {
                    userEntityRef,
                    ownershipEntityRefs: [userEntityRef, 'group:default/shop'],
                  };
                },
              }),
          }),
        ],
        config: {
          backend: { baseUrl: 'http://localhost', database: databases[id] },
          catalog: {
            locations: [],
            processingInterval: '1s',
            rules: [{ allow: ['Component', 'Group', 'Location', 'User'] }],
          },
          opmodel: {
            snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
          },
        },
      });
      await scanUntil(engine, async () => {
        const [{ found }] = await engine
          .knex('entities')
          .whereNotNull('owner_ref')
          .count({ found: '*' });
        return Number(found) === 2;
      });
    });

    afterAll(() => engine.stop());

    it('accepts an item once somebody else approves it, until the day that was asked for', async () => {
      const item = await file();
      expect(item).toMatchObject({ acceptances: [], mayAskAcceptance: true });
      const asked = await ask(item, { compensatingControl: 'Watched' });
      expect(asked).toMatchObject({
        subject: 'debt',
        subjectRef: item.id,
        title: 'Old queue',
        state: 'requested',
        expiresOn: until,
        compensatingControl: 'Watched',
      });
      expect(await read(item)).toMatchObject({
        status: 'open',
        mayAskAcceptance: false,
        acceptances: [
          {
            acceptanceId: asked.id,
            state: 'requested',
            requestedBy: 'user:default/ada',
            approvedBy: null,
            expiresOn: until,
          },
        ],
      });
      await decide(asked, 'approve');
      expect(await read(item)).toMatchObject({
        status: 'accepted',
        acceptedUntil: until,
        acceptedBy: 'user:default/bo',
        mayAskAcceptance: true,
        acceptances: [{ state: 'approved', approvedBy: 'user:default/bo' }],
      });
      expect((await versionsOf(item))[0]).toMatchObject({
        version: 2,
        by: 'user:default/bo',
      });
      expect(createEvent.mock.calls.map(([{ eventId }]) => eventId)).toContain(
        'debt-item-acceptance',
      );
    });

    it('opens it again once its time is over, and once only', async () => {
      const item = await file();
      const asked = await accept(item);
      const yesterday = addDays(today, -1);
      await engine
        .knex('acceptances')
        .where('id', asked.id)
        .update({ expires_on: yesterday });
      await engine
        .knex('tech_debt_items')
        .where('id', item.id)
        .update({ accepted_until: yesterday });
      await engine.runTask('opmodel-acceptance-expiry');
      await engine.runTask('opmodel-tech-debt-acceptances');
      await engine.runTask('opmodel-acceptance-expiry');
      expect(await read(item)).toMatchObject({
        version: 3,
        status: 'open',
        acceptedUntil: null,
        acceptances: [],
      });
      expect((await versionsOf(item))[0]).toMatchObject({
        by: 'plugin:opmodel',
      });
    });

    it('tells the owner that it is to be paid again, until somebody does something about it', async () => {
      const item = await file();
      const asked = await accept(item);
      const tell = async (as?: string) =>
        (await send('get', '/attention', { as })).items.filter(
          ({ kind, values }: any) =>
            kind === 'debt-acceptance-ended' && values.debtItem === item.id,
        );
      expect(await tell()).toEqual([]);
      const yesterday = addDays(today, -1);
      await engine
        .knex('acceptances')
        .where('id', asked.id)
        .update({ expires_on: yesterday });
      await engine
        .knex('tech_debt_items')
        .where('id', item.id)
        .update({ accepted_until: yesterday });
      await engine.runTask('opmodel-acceptance-expiry');
      expect(await tell()).toEqual([
        expect.objectContaining({
          ownerRef: 'group:default/shop',
          entityRef: c('cart'),
          urgency: 'soon',
          values: {
            debtItem: item.id,
            title: 'Old queue',
            acceptedUntil: yesterday,
          },
        }),
      ]);
      const { version } = await read(item);
      await send('post', `${pathOf(item)}/status`, {
        body: { version, deed: 'plan' },
      });
      expect(await tell()).toEqual([]);
    });

    it('is told to the owner also where the item became more than was accepted', async () => {
      const item = await file();
      await accept(item);
      const tell = async () =>
        (await send('get', '/attention')).items.filter(
          ({ kind, values }: any) =>
            kind === 'debt-acceptance-ended' && values.debtItem === item.id,
        );
      expect(await tell()).toEqual([]);
      const { version } = await read(item);
      expect(
        await send('patch', pathOf(item), {
          body: { version, severity: 'critical' },
        }),
      ).toMatchObject({ status: 'open', acceptedUntil: null });
      expect(await tell()).toMatchObject([
        { ownerRef: 'group:default/shop', values: { acceptedUntil: today } },
      ]);
      await send('post', `${pathOf(item)}/status`, {
        body: { version: version + 2, deed: 'plan' },
      });
      expect(await tell()).toEqual([]);
    });

    it('tells what an exemption that an item names is, to whoever may see it', async () => {
      const item = await file();
      const { id: ref } = await ask(item);
      const linked = (
        await send('post', '/tech-debt/items', {
          status: 201,
          body: {
            title: 'Newer queue',
            entityRefs: [c('cart')],
            links: [
              { type: 'exemption', ref },
              { type: 'issue', ref: 'https://git.example.com/shop/7' },
            ],
          },
        })
      ).item;
      const unknown = { title: null, state: 'unresolved', path: null };
      const linksOf = async (as?: string) => (await read(linked, as)).links;
      expect(await linksOf()).toMatchObject([
        {
          ref,
          title: 'Old queue',
          state: 'resolved',
          path: `/acceptances?box=all&id=${ref}`,
        },
        { state: 'external', path: null },
      ]);
      expect(await linksOf('blind')).toMatchObject([
        unknown,
        { state: 'external' },
      ]);
    });

    it('opens it again when it is revoked, and leaves it open when it is denied', async () => {
      const item = await file();
      await decide(await accept(item), 'revoke');
      expect(await read(item)).toMatchObject({ status: 'open', version: 3 });
      expect((await versionsOf(item))[0].by).toBe('user:default/bo');
      await decide(await ask(item), 'deny');
      expect(await read(item)).toMatchObject({ status: 'open', version: 3 });
    });

    it('ends with the item that it is about', async () => {
      const paid = await file();
      const ofPaid = await accept(paid);
      const { version } = await read(paid);
      expect(
        await send('post', `${pathOf(paid)}/status`, {
          body: { version, deed: 'resolve', resolution: 'Paid' },
        }),
      ).toMatchObject({
        status: 'resolved',
        acceptances: [],
        mayAskAcceptance: false,
      });
      expect(await send('get', `/acceptances/${ofPaid.id}`)).toMatchObject({
        state: 'revoked',
      });
      expect((await ask(paid, {}, { status: 409 })).error.message).toContain(
        "is 'resolved'",
      );

      const deleted = await file();
      const ofDeleted = await ask(deleted);
      await send('delete', `${pathOf(deleted)}?version=1`, { status: 204 });
      expect(await send('get', `/acceptances/${ofDeleted.id}`)).toMatchObject({
        state: 'withdrawn',
      });
    });

    it('mends what it did not hear of', async () => {
      const item = await file();
      await accept(item);
      await engine
        .knex('tech_debt_items')
        .where('id', item.id)
        .update({ status: 'open', accepted_until: null, accepted_by: null });
      await engine.runTask('opmodel-tech-debt-acceptances');
      expect(await read(item)).toMatchObject({
        status: 'accepted',
        acceptedUntil: until,
      });
    });

    it('asks for an end, in the name of the field', async () => {
      const item = await file();
      for (const expiresOn of [
        null,
        undefined,
        'some day',
        addDays(today, 999),
      ]) {
        expect(
          (await ask(item, { expiresOn }, { status: 400 })).error.message,
        ).toContain('expiresOn');
      }
      expect(
        (await ask(item, { forGood: true }, { status: 400 })).error.message,
      ).toContain('forGood');
    });

    it('is asked for at the item alone, where the right ones decide', async () => {
      const item = await file();
      const { error } = await send('post', '/acceptances', {
        status: 400,
        body: {
          subject: 'debt',
          subjectRef: item.id,
          title: 'Mine',
          entityRefs: [c('cart')],
          riskLevel: 'low',
          reason: 'Because',
        },
      });
      expect(error.message).toContain('subjectRef');
    });

    it('is for people who may ask, about what they may see', async () => {
      const item = await file();
      await ask(item, {}, { as: 'service', status: 403 });
      await ask(item, {}, { as: 'mute', status: 403 });
      expect(await read(item, 'mute')).toMatchObject({
        mayAskAcceptance: false,
      });
      await accept(item);
      expect(await read(item, 'blind')).toMatchObject({
        status: 'accepted',
        acceptances: null,
        mayAskAcceptance: false,
      });
      const hidden = await file([c('vault')], 'guard');
      const messageOf = async (itemId: string) =>
        (await ask({ id: itemId }, {}, { status: 404 })).error.message.replace(
          itemId,
          'it',
        );
      expect(await messageOf(hidden.id)).toBe(await messageOf('none'));
    });
  },
);
