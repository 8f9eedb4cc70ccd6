import type { Knex } from 'knex';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachDatabase } from '../../testing/databases';
import { callerHeader, startIntakeApi } from '../../testing/startIntakeApi';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { DAY, definedOf, definitionOf, MINUTE, noon } from '../testing/slos';
import { DatabasePushedBucketStore } from './DatabasePushedBucketStore';
import { PushedMeasurements } from './PushedMeasurements';

const config = {
  backend: {
    auth: {
      externalAccess: ['shop-ci', 'trusted-ci'].map(subject => ({
        type: 'static',
        options: { token: 'not-a-secret', subject },
      })),
    },
  },
  opmodel: {
    intake: {
      producers: [
        {
          type: 'subject',
          subject: 'shop-ci',
          entities: { owners: ['shop'] },
        },
        { type: 'subject', subject: 'trusted-ci', entities: 'all' },
      ],
    },
  },
};

const shopJob = 'shop-ci';
const trustedJob = 'trusted-ci';
const batch = 'application/cloudevents-batch+json';

/** What is measured, by the name of its SLO. */
const measured: Record<string, string | null> = {
  shop: 'component:default/shop',
  ledger: 'component:default/ledger',
  nothing: null,
};

const measurement = (name: string, given: object = {}) => ({
  slo: `slo:default/${name}`,
  start: new Date(noon - 5 * MINUTE).toISOString(),
  good: 9,
  total: 10,
  ...given,
});

const event = (id: string, type: string, data: object) => ({
  specversion: '1.0',
  id,
  source: shopJob,
  type,
  time: new Date(noon).toISOString(),
  data,
});
const measuredEvent = (id: string, data: object) =>
  event(id, 'io.opmodel.sli.measured.v1', data);
const deployedEvent = (id: string, entityRef: string) =>
  event(id, 'io.opmodel.deployment.v1', {
    id,
    entityRef,
    environment: 'production',
    finishedAt: new Date(noon).toISOString(),
  });

eachDatabase('measurements of producers', createDatabase => {
  let knex: Knex;
  let api: ReturnType<typeof startIntakeApi>;

  const start = (options: { switchedOff?: boolean } = {}) =>
    startIntakeApi(knex, {
      now: noon,
      config,
      ...(!options.switchedOff && {
        measurements: new PushedMeasurements({
          store: new DatabaseSloStore(knex),
          pushed: new DatabasePushedBucketStore(knex),
          reachMs: 3 * DAY,
        }),
      }),
    });
  const send = (
    path: string,
    body: unknown,
    caller = shopJob,
    contentType = 'application/json',
  ) =>
    api.post(path, body, {
      'content-type': contentType,
      [callerHeader]: caller,
    });
  const told = (items: any[]) =>
    items.map(({ id, status, errors }) => [
      id,
      errors?.map(({ path, message }: any) => `${path}: ${message}`) ?? status,
    ]);
  const pushed = () =>
    knex('slo_pushed')
      .orderBy(['slo_ref', 'start'])
      .select('slo_ref', 'good', 'total');

  beforeEach(async () => {
    knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [
      entityOf('component:default/shop', { ownedBy: 'group:default/shop' }),
      entityOf('component:default/ledger', {
        ownedBy: 'group:default/payments',
      }),
    ]);
    await new DatabaseSloStore(knex).definitions.apply(
      {
        defined: Object.entries(measured).map(([name, entityRef]) =>
          definedOf(definitionOf(`slo:default/${name}`, { entityRef }), {
            sourceType: 'push',
          }),
        ),
        mended: [],
        removed: [],
      },
      { now: noon },
    );
    api = start();
  });

  it('are taken for what they may write for, and answered alike for all else', async () => {
    const items = ['shop', 'ledger', 'nothing', 'unheard'].map(name =>
      measurement(name),
    );
    const id = (name: string) => `slo:default/${name}#0 ${items[0].start}/300`;
    const refusal = [
      `slo: expected an SLO of something that ${shopJob} may write for`,
    ];
    const { status, body } = await send('/sli-measurements', { items });
    expect([status, told(body.items)]).toEqual([
      200,
      [
        [id('shop'), 'accepted'],
        [id('ledger'), refusal],
        [id('nothing'), refusal],
        [id('unheard'), refusal],
      ],
    ]);
    expect(await pushed()).toEqual([
      { slo_ref: 'slo:default/shop', good: 9, total: 10 },
    ]);
    expect(api.audited.success).toHaveBeenCalledWith({
      meta: {
        outcomes: { accepted: 1, rejected: 3 },
        refused: ['ledger', 'nothing', 'unheard'].map(name => ({
          source: shopJob,
          id: id(name),
          why: expect.stringContaining('may write for'),
        })),
      },
    });

    const trusted = await send('/sli-measurements', { items }, trustedJob);
    expect(
      trusted.body.items.map(({ status: of }: { status: string }) => of),
    ).toEqual(['duplicate', 'accepted', 'accepted', 'unmapped']);
    expect(await pushed()).toHaveLength(4);
  });

  it('are refused alone with the words for a foreign one', async () => {
    const answers = [];
    for (const name of ['ledger', 'unheard']) {
      const { status, body } = await send(
        '/sli-measurements',
        measurement(name),
      );
      answers.push([status, body.error.message]);
    }
    expect(answers[0]).toEqual([400, expect.stringContaining('slo')]);
    expect(answers[1]).toEqual(answers[0]);
    expect(await pushed()).toEqual([]);
  });

  it('stand among other events of a batch, each answered in its place', async () => {
    const { status, body } = await send(
      '/events',
      [
        deployedEvent('d1', 'component:default/shop'),
        measuredEvent('m1', measurement('shop')),
        measuredEvent('m2', measurement('ledger')),
        deployedEvent('d2', 'component:default/ledger'),
        measuredEvent('m3', measurement('shop', { good: 11 })),
        deployedEvent('d3', 'component:default/shop'),
        measuredEvent('m4', measurement('shop')),
        { specversion: '1.0' },
        measuredEvent(
          'm5',
          measurement('shop', { start: new Date(noon).toISOString() }),
        ),
      ],
      shopJob,
      batch,
    );
    expect(status).toBe(200);
    const foreign = (path: string, what: string) => [
      `${path}: expected ${what} that ${shopJob} may write for`,
    ];
    expect(told(body.items)).toEqual([
      ['d1', 'accepted'],
      ['m1', 'accepted'],
      ['m2', foreign('data.slo', 'an SLO of something')],
      ['d2', foreign('data.entityRef', 'an entity')],
      ['m3', ['data.good: expected at most total']],
      ['d3', 'accepted'],
      ['m4', 'duplicate'],
      [null, expect.any(Array)],
      ['m5', 'accepted'],
    ]);
    expect(await pushed()).toEqual([
      { slo_ref: 'slo:default/shop', good: 9, total: 10 },
      { slo_ref: 'slo:default/shop', good: 9, total: 10 },
    ]);
    expect(
      await knex('deployments').orderBy('subject').pluck('subject'),
    ).toEqual(['d1', 'd3']);
    // Measurements are no statements of the ledger.
    expect(await knex('events').orderBy('subject').pluck('kind')).toEqual([
      'deployment',
      'deployment',
    ]);
    expect(api.audited.success).toHaveBeenCalledWith({
      meta: {
        outcomes: { accepted: 4, rejected: 4, duplicate: 1 },
        refused: ['d2', 'm2'].map(id => expect.objectContaining({ id })),
      },
    });
  });

  it('are rejected where nobody measures service levels, and the rest of the batch is not', async () => {
    api = start({ switchedOff: true });
    const { body } = await send(
      '/events',
      [
        measuredEvent('m1', measurement('shop')),
        deployedEvent('d1', 'component:default/shop'),
      ],
      shopJob,
      batch,
    );
    expect(body.items).toMatchObject([
      { status: 'rejected', reason: 'service levels are switched off here' },
      { status: 'accepted' },
    ]);
    expect(await pushed()).toEqual([]);
  });

  it('are read by nobody who may not send events', async () => {
    api.denyEverything();
    const { status } = await send('/sli-measurements', measurement('shop'));
    expect(status).toBe(403);
    expect(await pushed()).toEqual([]);
  });
});
