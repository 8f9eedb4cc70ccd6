import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
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
import { DateTime } from 'luxon';
import request from 'supertest';
import { createResponseValidator } from '../testing/createResponseValidator';
import { startEngine } from '../testing/startEngine';

const entity = (
  kind: string,
  name: string,
  spec: Entity['spec'],
  metadata: Partial<Entity['metadata']> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', ...metadata },
  spec,
});
const group = (name: string, parent?: string) =>
  entity('Group', name, {
    type: 'team',
    children: [],
    ...(parent && { parent }),
  });
const personIn = (name: string, ...memberOf: string[]) =>
  entity('User', name, { memberOf });
const component = (name: string, owner: string) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner,
  });

const entities = [
  group('company'),
  group('shop', 'company'),
  group('kiosk', 'shop'),
  group('mail', 'company'),
  group('guards'),
  personIn('head', 'company'),
  component('cart', 'shop'),
  component('post', 'mail'),
  component('vault', 'guards'),
];

/** In which groups people are. */
const groupsOf: Record<string, string[]> = {
  ada: ['shop'],
  bo: ['shop'],
  kim: ['kiosk'],
  mia: ['mail'],
  max: ['mail'],
  head: ['company'],
  guard: ['guards', 'shop'],
  reader: ['shop'],
};

/** Only the guard sees the vault; the reader may only read. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (
      name === 'reader' &&
      /acceptance\.(approve|request)|review/.test(permission.name)
    ) {
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

const today = DateTime.utc().toISODate()!;
const inDays = (days: number) =>
  DateTime.fromISO(today, { zone: 'utc' }).plus({ days }).toISODate()!;

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(180_000);

const validate = createResponseValidator();

describe('acceptances and reviews behind HTTP', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  const audit: { eventId: string; outcome: string; meta: any }[] = [];

  /** A request whose answer must be what the API's description says. */
  async function ask(
    method: 'get' | 'post',
    path: string,
    options: { status?: number; as?: string; body?: object } = {},
  ) {
    const { status = 200, as = 'ada', body } = options;
    const sent = request(engine.server)[method](`/api/opmodel${path}`);
    const response = await (body ? sent.send(body) : sent).set(
      'authorization',
      as === 'service'
        ? mockCredentials.service.header()
        : mockCredentials.user.header(`user:default/${as}`),
    );
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
    path: string,
    options: { status: number; as?: string; body: object },
  ) => (await ask('post', path, options)).error.message;

  let asked = 0;
  const askFor = (body: object = {}, as = 'ada', status = 201) => {
    asked += 1;
    return ask('post', '/acceptances', {
      as,
      status,
      body: {
        subject: 'check',
        subjectRef: `tests-${asked}`,
        title: 'No tests until the move',
        entityRefs: ['component:default/cart'],
        riskLevel: 'low',
        reason: 'The tests need the new database',
        ...body,
      },
    });
  };
  const decide = (
    { id }: { id: string },
    deed: string,
    as: string,
    body: object = {},
    status = 200,
  ) => ask('post', `/acceptances/${id}/${deed}`, { as, body, status });

  /** A verdict whose answer may be anything. */
  const sendVerdict = ({ id }: { id: string }, deed: string, as: string) =>
    request(engine.server)
      .post(`/api/opmodel/acceptances/${id}/${deed}`)
      .set('authorization', mockCredentials.user.header(`user:default/${as}`))
      .send({ note: 'now' });

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [
        createServiceFactory({
          service: coreServices.userInfo,
          deps: {},
          factory: () =>
            Object.assign(mockServices.userInfo(), {
              async getUserInfo({ principal }: any) {
                const { userEntityRef } = principal;
                const name = userEntityRef.split('/')[1];
                return {
                  userEntityRef,
                  ownershipEntityRefs: [
                    userEntityRef,
                    ...(groupsOf[name] ?? []).map(
                      one => `group:default/${one}`,
                    ),
                  ],
                };
              },
            }),
        }),
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => ({
            async createEvent({ eventId, meta }) {
              return {
                success: async given => {
                  audit.push({
                    eventId,
                    outcome: 'success',
                    meta: { ...meta, ...given?.meta },
                  });
                },
                fail: async () => {
                  audit.push({ eventId, outcome: 'fail', meta });
                },
              };
            },
          }),
        }),
      ],
    });
    for (let attempt = 0; attempt < 200; attempt += 1) {
      await engine.runTask('opmodel-catalog-snapshot');
      const { body } = await request(engine.server)
        .get('/api/opmodel/overview')
        .set(
          'authorization',
          mockCredentials.user.header('user:default/guard'),
        );
      if (body.catalog.components === 3 && body.catalog.groups === 5) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    throw new Error('The catalog did not process its entities in time');
  });

  afterAll(async () => {
    await engine?.stop();
  });

  it('asks the owner, and lets another of the group approve until a day', async () => {
    const one = await askFor({ compensatingControl: 'Tested by hand' });
    expect(one).toMatchObject({
      state: 'requested',
      requestedBy: 'user:default/ada',
      entities: [
        {
          ref: 'component:default/cart',
          title: 'cart',
          ownerRef: 'group:default/shop',
        },
      ],
      approvers: [
        {
          ref: 'group:default/shop',
          title: 'shop',
          exists: true,
          rightId: null,
        },
      ],
      approvalsNeeded: 1,
      expiresOn: inDays(180),
      decideBy: inDays(14),
      maximumDays: 180,
      mayDecide: false,
      mayWithdraw: true,
      mayRevoke: false,
    });
    expect(await ask('get', `/acceptances/${one.id}`, { as: 'bo' })).toEqual({
      ...one,
      mayDecide: true,
      mayWithdraw: false,
    });
    const approved = await decide(one, 'approve', 'bo', { note: 'Until then' });
    expect(approved).toMatchObject({
      state: 'approved',
      approvals: [
        {
          by: 'user:default/bo',
          verdict: 'approved',
          asRef: 'group:default/shop',
          note: 'Until then',
        },
      ],
      history: [
        { kind: 'requested', by: 'user:default/ada' },
        {
          kind: 'approved',
          by: 'user:default/bo',
          approverRefs: ['group:default/shop'],
          approvalsNeeded: 1,
        },
      ],
      mayDecide: false,
      mayRevoke: true,
    });
    expect(audit.slice(-2)).toEqual([
      {
        eventId: 'acceptance-request',
        outcome: 'success',
        meta: expect.objectContaining({
          acceptanceId: one.id,
          by: 'user:default/ada',
        }),
      },
      {
        eventId: 'acceptance-approve',
        outcome: 'success',
        meta: {
          acceptanceId: one.id,
          state: 'approved',
          by: 'user:default/bo',
        },
      },
    ]);
  });

  it('lets nobody decide who asked, is no approver, or lacks the permission', async () => {
    const one = await askFor();
    const path = `/acceptances/${one.id}/approve`;
    expect(await messageOf(path, { status: 403, body: {} })).toContain(
      'Nobody decides on what he has asked for himself',
    );
    expect(
      await messageOf(path, { status: 403, as: 'mia', body: {} }),
    ).toContain('user:default/mia is none of the approvers');
    expect(
      await messageOf(path, { status: 403, as: 'reader', body: {} }),
    ).toContain('opmodel.acceptance.approve');
    expect(
      await messageOf(path, { status: 403, as: 'service', body: {} }),
    ).toContain('a service cannot');
    // A group stands for those in the groups below it, and not for those above.
    expect(
      (await ask('get', `/acceptances/${one.id}`, { as: 'head' })).mayDecide,
    ).toBe(false);
    await decide(one, 'approve', 'head', {}, 403);
    expect((await decide(one, 'approve', 'kim')).state).toBe('approved');
    expect(audit.filter(({ outcome }) => outcome === 'fail')).toHaveLength(5);
  });

  it('asks the group above where much is at risk', async () => {
    const one = await askFor({ riskLevel: 'critical' });
    expect(one).toMatchObject({
      approvers: [{ ref: 'group:default/company' }],
      expiresOn: inDays(14),
      maximumDays: 14,
    });
    // Only those directly in it: neither the other teams, nor those of the owner and below.
    for (const name of ['mia', 'bo', 'kim']) {
      expect(
        (await ask('get', `/acceptances/${one.id}`, { as: name })).mayDecide,
      ).toBe(false);
      await decide(one, 'approve', name, {}, 403);
    }
    expect(
      (await ask('get', `/acceptances/${one.id}`, { as: 'head' })).mayDecide,
    ).toBe(true);
    expect((await decide(one, 'approve', 'head')).state).toBe('approved');
  });

  it('refuses what nobody can mean, and names the field', async () => {
    for (const [body, field] of [
      [{ expiresOn: inDays(181) }, `'expiresOn' must be a day from ${today}`],
      [{ expiresOn: inDays(-1) }, `'expiresOn' must be a day from ${today}`],
      [
        { expiresOn: '2026-02-31' },
        "'expiresOn' must be a day of the calendar",
      ],
      [{ riskLevel: 'high', expiresOn: inDays(31) }, "'expiresOn'"],
      [{ title: '  ' }, "'title' must not be blank"],
      [{ reason: ' ' }, "'reason' must not be blank"],
      [{ compensatingControl: ' ' }, "'compensatingControl'"],
      [{ entityRefs: [] }, 'entityRefs'],
      [{ subject: 'hand_over' }, 'subject'],
      [{ receivingRef: 'group:default/mail' }, "'receivingRef' is not known"],
      [{ subjectRef: 'scorecard:default/ready#titled' }, "'subjectRef'"],
      [{ subjectRef: 'scorecard:default/no-such#titled' }, "'subjectRef'"],
    ] as const) {
      const { error } = await askFor(body, 'ada', 400);
      expect(error.message).toContain(field);
    }
    const unknown = await askFor(
      { entityRefs: ['component:default/cart', 'component:default/gone'] },
      'ada',
      404,
    );
    expect(unknown.error.message).toContain('component:default/gone');
    const forbidden = await askFor({}, 'reader', 403);
    expect(forbidden.error.message).toContain('opmodel.acceptance.request');
  });

  it('asks for the same once', async () => {
    const one = await askFor({ subjectRef: 'once' });
    const again = await askFor({ subjectRef: 'once' }, 'bo', 409);
    expect(again.error.message).toContain(one.id);
    await decide(one, 'deny', 'bo', {}, 400);
    await decide(one, 'deny', 'bo', { note: 'Do it now' });
    await askFor({ subjectRef: 'once' });
  });

  it('lets one of two decide who come at the same time, and tells the other what became of it', async () => {
    for (const [first, second] of [
      ['approve', 'approve'],
      ['approve', 'deny'],
      ['approve', 'withdraw'],
    ]) {
      const one = await askFor();
      const answers = await Promise.all([
        sendVerdict(one, first, 'bo'),
        sendVerdict(one, second, second === 'withdraw' ? 'ada' : 'kim'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const won = answers.find(({ status }) => status === 200)!.body;
      const lost = answers.find(({ status }) => status === 409)!.body;
      expect(lost.error.message).toContain(
        `'${one.id}' is ${won.state} by ${won.history[1].by} since then`,
      );
      const kept = await ask('get', `/acceptances/${one.id}`);
      expect(kept.history).toHaveLength(2);
      expect(kept.state).toBe(won.state);
    }
  });

  it('ends what holds for whoever asked, and for those who decide', async () => {
    const one = await askFor();
    await decide(one, 'revoke', 'ada', { note: 'n' }, 409);
    await decide(one, 'approve', 'bo');
    await decide(one, 'withdraw', 'ada', {}, 409);
    await decide(one, 'withdraw', 'bo', {}, 403);
    await decide(one, 'revoke', 'ada', {}, 400);
    await decide(one, 'revoke', 'mia', { note: 'n' }, 403);
    expect(await decide(one, 'revoke', 'kim', { note: 'Done' })).toMatchObject({
      state: 'revoked',
      mayRevoke: false,
    });
    await decide(one, 'approve', 'bo', {}, 409);
  });

  it('shows nobody what is about something hidden', async () => {
    const one = await askFor(
      { entityRefs: ['component:default/vault', 'component:default/cart'] },
      'guard',
    );
    await ask('get', `/acceptances/${one.id}`, { status: 404 });
    await decide(one, 'approve', 'bo', {}, 404);
    const idsOf = async (as: string) =>
      (await ask('get', '/acceptances?limit=100', { as })).items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await idsOf('guard')).toContain(one.id);
    expect(await idsOf('ada')).not.toContain(one.id);
    expect(await idsOf('service')).toContain(one.id);
    const hidden = await askFor(
      { entityRefs: ['component:default/vault'] },
      'ada',
      404,
    );
    expect(hidden.error.message).toBe(
      "No entity 'component:default/vault' in the catalog",
    );
  });

  it('tells nobody which hidden request stands in the way', async () => {
    const same = { subjectRef: 'hidden-twin' };
    const one = await askFor(
      {
        ...same,
        entityRefs: ['component:default/vault', 'component:default/cart'],
      },
      'guard',
    );
    const refused = await askFor(same, 'ada', 409);
    expect(refused.error.message).not.toContain(one.id);
    expect(refused.error.message).toContain('is asked for already');
  });

  it('puts into boxes what waits for somebody and what he asked for', async () => {
    const one = await askFor({
      subject: 'gate',
      entityRefs: ['component:default/post'],
    });
    const box = async (name: string, as: string, more = '') =>
      (
        await ask('get', `/acceptances?box=${name}&subject=gate${more}`, { as })
      ).items.map(({ id }: { id: string }) => id);
    expect(await box('to_decide', 'mia')).toEqual([one.id]);
    expect(await box('to_decide', 'bo')).toEqual([]);
    expect(await box('to_decide', 'ada')).toEqual([]);
    expect(await box('to_decide', 'service')).toEqual([]);
    expect(await box('requested', 'ada')).toEqual([one.id]);
    expect(await box('all', 'bo', '&owner=group:default/mail')).toEqual([
      one.id,
    ]);
    expect(await box('all', 'bo', '&owner=group:default/shop')).toEqual([]);
    const attention = await ask(
      'get',
      '/attention?owner=group:default/mail&limit=100',
      { as: 'mia' },
    );
    expect(attention.items).toContainEqual(
      expect.objectContaining({
        kind: 'acceptance-waiting',
        subject: 'acceptances',
        entityRef: 'component:default/post',
        ownerRef: 'group:default/mail',
      }),
    );
  });

  it('ends by time what nobody decided and what is over, once, and tells of it', async () => {
    const open = await askFor({ expiresOn: today });
    const held = await askFor({ expiresOn: inDays(3) });
    await decide(held, 'approve', 'bo');
    const attention = await ask('get', '/attention?limit=100');
    expect(attention.items).toContainEqual(
      expect.objectContaining({
        id: `acceptances:acceptance-expiring:${held.id}`,
        ownerRef: 'group:default/shop',
      }),
    );
    await engine.runTask('opmodel-acceptance-expiry');
    const stateOf = async ({ id }: { id: string }) =>
      (await ask('get', `/acceptances/${id}`)).state;
    expect([await stateOf(open), await stateOf(held)]).toEqual([
      'requested',
      'approved',
    ]);
    const yesterday = inDays(-1);
    await engine
      .knex('acceptances')
      .where({ id: open.id })
      .update({ decide_by: yesterday });
    await engine
      .knex('acceptances')
      .where({ id: held.id })
      .update({ expires_on: yesterday });
    // It is over, whether or not somebody has noted that.
    await decide(open, 'approve', 'bo', {}, 409);
    await decide(held, 'revoke', 'bo', { note: 'n' }, 409);
    await engine.runTask('opmodel-acceptance-expiry');
    await engine.runTask('opmodel-acceptance-expiry');
    expect([await stateOf(open), await stateOf(held)]).toEqual([
      'lapsed',
      'expired',
    ]);
    const { history } = await ask('get', `/acceptances/${held.id}`);
    expect(history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'requested',
      'approved',
      'expired',
    ]);
    expect(history[2]).toMatchObject({ by: null, approverRefs: null });
    expect(await engine.knex('acceptances').where({ untold: true })).toEqual(
      [],
    );
  });

  describe('reviews', () => {
    const cart = '/entities/component/default/cart/ownership';
    const reviewOf = async (
      as: string,
      path = '/ownership/reviews?limit=100',
    ) =>
      (await ask('get', path, { as })).items.find(
        ({ entityRef }: { entityRef: string }) =>
          entityRef === 'component:default/cart',
      );

    it('lets the owner confirm, at once for whoever looks next', async () => {
      expect(await reviewOf('bo')).toMatchObject({
        state: 'never',
        dueDay: null,
        verifiedAt: null,
        ownerRef: 'group:default/shop',
        ownerTitle: 'shop',
        mayReview: true,
      });
      expect((await reviewOf('mia')).mayReview).toBe(false);
      expect((await reviewOf('head')).mayReview).toBe(true);
      expect((await reviewOf('reader')).mayReview).toBe(false);
      const confirmed = await ask('post', `${cart}/reviews`, {
        as: 'bo',
        status: 201,
        body: { note: 'Still ours' },
      });
      expect(confirmed).toMatchObject({
        state: 'verified',
        verifiedBy: 'user:default/bo',
      });
      expect(await reviewOf('bo')).toEqual(confirmed);
      expect(await reviewOf('bo', '/ownership/reviews?state=verified')).toEqual(
        confirmed,
      );
      expect(
        await reviewOf('bo', '/ownership/reviews?state=never'),
      ).toBeUndefined();
      expect((await ask('get', cart, { as: 'bo' })).review).toEqual(confirmed);
      const events = await ask('get', `${cart}/reviews`);
      expect(events.items).toEqual([
        expect.objectContaining({
          kind: 'confirmed',
          by: 'user:default/bo',
          ownerRef: 'group:default/shop',
          note: 'Still ours',
        }),
      ]);
      expect(audit.at(-1)).toMatchObject({
        eventId: 'ownership-confirm',
        outcome: 'success',
      });
    });

    it('refuses whoever does not answer for it, and says why', async () => {
      const say = (as: string, status: number, path = `${cart}/reviews`) =>
        messageOf(path, { as, status, body: {} });
      expect(await say('mia', 403)).toContain('user:default/mia is in none');
      expect(await say('reader', 403)).toContain('opmodel.ownership.review');
      expect(await say('service', 403)).toContain('a service cannot');
      expect(
        await say(
          'ada',
          404,
          '/entities/component/default/vault/ownership/reviews',
        ),
      ).toContain('No entity');
      expect(
        await say(
          'head',
          400,
          '/entities/group/default/shop/ownership/reviews',
        ),
      ).toContain("'kind'");
    });

    it('hands over what the receiving group takes, and changes nothing in the catalog', async () => {
      const hand = (body: object, as: string, status: number) =>
        ask('post', `${cart}/hand-overs`, { as, status, body });
      const reason = 'It sends mail';
      const toRef = 'group:default/mail';
      for (const wrong of [
        'group:default/shop',
        'group:default/none',
        'component:default/post',
        ' ',
      ]) {
        const { error } = await hand({ toRef: wrong, reason }, 'bo', 400);
        expect(error.message).toContain("'toRef'");
      }
      await hand({ toRef, reason: ' ' }, 'bo', 400);
      await hand({ toRef, reason }, 'mia', 403);
      const handOver = await hand(
        { toRef: 'Group:default/Mail', reason },
        'bo',
        201,
      );
      expect(handOver).toMatchObject({
        subject: 'hand_over',
        approvers: [{ ref: toRef, title: 'mail' }],
        expiresOn: null,
        maximumDays: null,
        details: {
          fromRef: 'group:default/shop',
          toRef,
          snippet: 'spec:\n  owner: group:default/mail\n',
        },
      });
      expect((await reviewOf('bo')).handOverId).toBe(handOver.id);
      await hand({ toRef: 'group:default/kiosk', reason }, 'bo', 409);
      // The receiving group alone decides.
      await decide(handOver, 'approve', 'ada', {}, 403);
      await decide(handOver, 'approve', 'head', {}, 403);
      expect(await decide(handOver, 'approve', 'mia')).toMatchObject({
        state: 'approved',
        mayRevoke: false,
      });
      await decide(handOver, 'revoke', 'bo', { note: 'n' }, 400);
      const { items } = await ask('get', `${cart}/reviews?limit=2`);
      expect(items).toEqual([
        expect.objectContaining({
          kind: 'hand_over_accepted',
          by: 'user:default/mia',
          ownerRef: 'group:default/shop',
          toRef,
        }),
        expect.objectContaining({
          kind: 'hand_over_requested',
          by: 'user:default/bo',
          note: reason,
          toRef,
        }),
      ]);
      expect(await reviewOf('bo')).toMatchObject({
        ownerRef: 'group:default/shop',
        handOverId: null,
      });
    });
  });
});
