import {
  defaultEnvironmentRules,
  type IntakeEvent,
  type Observation,
  type ObservationTarget,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import type { SnapshotStore } from '../catalog/SnapshotStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachStore } from '../testing/eachStore';
import { DatabaseIntakeStore } from './DatabaseIntakeStore';
import { FakeIntakeStore } from './FakeIntakeStore';
import { IntakeService } from './IntakeService';
import type { IntakeStore } from './IntakeStore';

const shop = 'component:default/shop';
const cart = 'component:default/cart';
const monorepo = (path: string) => ({
  annotations: {
    'github.com/project-slug': 'acme/mono',
    'opmodel.io/path': path,
  },
});
const catalog = [
  entityOf(shop),
  entityOf(cart, monorepo('services/cart')),
  entityOf('component:default/search', monorepo('services/search')),
];

const start = Date.UTC(2026, 3, 1);

let sequence = 0;
function event(
  observation: Partial<Observation> & { kind: Observation['kind'] },
  override: Partial<IntakeEvent> = {},
): IntakeEvent {
  sequence += 1;
  return {
    source: 'ci',
    id: `event-${sequence}`,
    time: '2026-03-01T10:00:00Z',
    observation: {
      subject: '1',
      target: { entityRefs: [shop] },
      ...observation,
    } as Observation,
    ...override,
  };
}

interface Backing {
  store: IntakeStore;
  snapshot: SnapshotStore;
}

eachStore<Backing>(
  {
    name: 'IntakeService',
    fake: () => {
      const snapshot = new FakeCatalogStore();
      return { snapshot, store: new FakeIntakeStore(snapshot, ['dora']) };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      store: new DatabaseIntakeStore(knex, ['dora']),
    }),
  },
  (createBacking, backing) => {
    let store: IntakeStore;
    let snapshot: SnapshotStore;
    let service: IntakeService;
    const submit = (events: IntakeEvent[], now: number = start) =>
      service.submit(events, { producer: 'external:ci', now });
    const statusesOf = async (events: IntakeEvent[], now?: number) =>
      (await submit(events, now)).map(({ status }) => status);
    const waiting = () =>
      store.recalculations.listWaiting({ subject: 'dora', limit: 99 });
    const key = (kind: Observation['kind'], subject: string = '1') => ({
      kind,
      source: 'ci',
      subject,
    });
    const current = async (kind: Observation['kind'], subject?: string) =>
      (await store.records.listVersions(key(kind, subject))).filter(
        ({ supersededAt }) => supersededAt === null,
      );
    const done = async () =>
      store.recalculations.complete(
        await store.recalculations.claim({
          subject: 'dora',
          limit: 999,
          leaseMs: 1,
          now: 1,
        }),
      );

    beforeEach(async () => {
      ({ store, snapshot } = await createBacking());
      await scanEntities(snapshot, catalog);
      service = new IntakeService({
        store,
        environmentRules: [
          { tier: 'production', match: ['blue'] },
          ...defaultEnvironmentRules,
        ],
      });
    });

    it('keeps an event once and answers what became of it', async () => {
      const first = event({ kind: 'change' });
      expect(await submit([first])).toEqual([
        { source: 'ci', id: first.id, status: 'accepted' },
      ]);
      expect(await submit([first], start + 1000)).toEqual([
        { source: 'ci', id: first.id, status: 'duplicate' },
      ]);
      expect(await store.events.count()).toEqual({
        applied: 1,
        unmapped: 0,
        lastReceivedAt: start,
      });
      expect(await store.records.listVersions(key('change'))).toHaveLength(1);
    });

    it('rejects an id that was used for something else, and says so to nobody else', async () => {
      const first = event({ kind: 'change' });
      const about = (subject: string): IntakeEvent => ({
        ...first,
        observation: { ...first.observation, subject },
      });
      const taken = {
        source: 'ci',
        id: first.id,
        status: 'rejected',
        reason: 'the event does not meet its contract',
        errors: [
          {
            path: 'id',
            message:
              'expected an id of its own, this one was used for something else',
          },
        ],
      };
      const accepted = { source: 'ci', id: first.id, status: 'accepted' };
      const duplicate = { ...accepted, status: 'duplicate' };
      expect(await submit([first, about('2'), first])).toEqual([
        accepted,
        taken,
        duplicate,
      ]);
      expect(await submit([about('2'), first])).toEqual([taken, duplicate]);
      expect(
        await submit([
          { ...first, observation: { ...first.observation, kind: 'incident' } },
          { ...first, source: 'elsewhere' },
        ] as IntakeEvent[]),
      ).toEqual([taken, { ...accepted, source: 'elsewhere' }]);
      expect((await store.events.count()).applied).toBe(2);
      expect(await store.records.listVersions(key('change', '2'))).toEqual([]);
    });

    it('answers for each event of a batch, and loses none of the good ones', async () => {
      const good = event({ kind: 'change' });
      const outcomes = await submit([
        event({ kind: 'change' }, { time: 'noon' }),
        good,
        good,
        event({
          kind: 'change',
          subject: '2',
          target: { entityRefs: ['component:default/none'] },
        }),
        null as unknown as IntakeEvent,
      ]);
      expect(outcomes).toEqual([
        {
          source: 'ci',
          id: expect.any(String),
          status: 'rejected',
          reason: 'the event does not meet its contract',
          errors: [
            {
              path: 'time',
              message:
                'expected date-time with a zone, such as 2026-03-01T10:00:00Z',
            },
          ],
        },
        { source: 'ci', id: good.id, status: 'accepted' },
        { source: 'ci', id: good.id, status: 'duplicate' },
        {
          source: 'ci',
          id: expect.any(String),
          status: 'unmapped',
          reason: 'the catalog has no component:default/none',
        },
        {
          source: null,
          id: null,
          status: 'rejected',
          reason: 'the event does not meet its contract',
          errors: [{ path: '', message: 'expected object, got null' }],
        },
      ]);
      expect(await store.events.count()).toMatchObject({
        applied: 1,
        unmapped: 1,
      });
      expect(await submit([])).toEqual([]);
    });

    it('rejects what speaks of an instant that cannot be, by its field', async () => {
      const at = (ms: number) => new Date(start + ms).toISOString();
      const hour = 60 * 60 * 1000;
      const outcomes = await submit([
        event({ kind: 'change', subject: 'near' }, { time: at(hour) }),
        event({ kind: 'change', subject: 'far' }, { time: at(hour + 1) }),
        event({ kind: 'change', subject: 'due', mergedAt: at(24 * hour) }),
        event({
          kind: 'change',
          subject: 'wrong',
          openedAt: '1969-12-31T23:59:59Z',
          mergedAt: at(24 * hour + 1),
        }),
        event(
          { kind: 'change', subject: 'old' },
          { time: '1969-12-31T23:59:59Z' },
        ),
      ]);
      const future = 'expected an instant that is not in the future';
      const ancient = 'expected an instant since 1970-01-01';
      expect(outcomes.map(({ status, errors }) => errors ?? status)).toEqual([
        'accepted',
        [{ path: 'time', message: future }],
        'accepted',
        [
          { path: 'observation.openedAt', message: ancient },
          { path: 'observation.mergedAt', message: future },
        ],
        [{ path: 'time', message: ancient }],
      ]);
      expect(await store.events.count()).toMatchObject({ applied: 2 });
    });

    it('refuses more than 1,000 events at once', async () => {
      const many = Array.from({ length: 1001 }, () =>
        event({ kind: 'change' }),
      );
      await expect(submit(many)).rejects.toThrow(
        'expected at most 1000 events in one batch, got 1001',
      );
    });

    it('asks for the numbers of the entities that changed, and of no other', async () => {
      await submit([event({ kind: 'deployment', environment: 'prod' })]);
      expect(await waiting()).toEqual([shop]);
      await done();
      const again = event(
        { kind: 'deployment', environment: 'prod' },
        { time: '2026-03-02T10:00:00Z' },
      );
      expect(await statusesOf([again])).toEqual(['accepted']);
      expect(await waiting()).toEqual([]);
      await submit([event({ kind: 'deployment', result: 'failure' })]);
      expect(await waiting()).toEqual([shop]);
    });

    it('supersedes a record, and keeps what was known before', async () => {
      await submit([event({ kind: 'deployment', environment: 'prod' })], start);
      await submit(
        [
          event(
            { kind: 'deployment', result: 'success' },
            { time: '2026-03-01T11:00:00Z' },
          ),
        ],
        start + 1000,
      );
      expect(
        (await store.records.listVersions(key('deployment'))).map(
          ({ fields, recordedAt, supersededAt }) => [
            fields.result,
            fields.environmentTier,
            recordedAt,
            supersededAt,
          ],
        ),
      ).toEqual([
        [null, 'production', start, start + 1000],
        ['success', 'production', start + 1000, null],
      ]);
    });

    it('takes back an end that holds no longer', async () => {
      const at = (hour: string, resolvedAt: string | null) =>
        event(
          { kind: 'incident', resolvedAt },
          { time: `2026-03-01T${hour}:00:00Z` },
        );
      const resolved = at('10', '2026-03-01T10:00:00Z');
      expect(await statusesOf([at('11', null), resolved])).toEqual([
        'accepted',
        'accepted',
      ]);
      expect(await current('incident')).toMatchObject([
        { fields: { resolvedAt: null } },
      ]);
      await submit([at('12', '2026-03-01T12:00:00Z')]);
      expect(await current('incident')).toMatchObject([
        { fields: { resolvedAt: Date.parse('2026-03-01T12:00:00Z') } },
      ]);
    });

    it('moves records with an outside identity that moves, and leaves the rest with their entity', async () => {
      const of = (slug: string) => ({
        links: [{ system: 'git', externalId: `github.com/${slug}` }],
      });
      const declare = (name: string, slug?: string) =>
        entityOf(
          `component:default/${name}`,
          slug ? { annotations: { 'github.com/project-slug': slug } } : {},
        );
      await scanEntities(snapshot, [
        declare('old', 'acme/pay'),
        declare('new'),
        declare('lone', 'acme/lone'),
      ]);
      await submit([
        event({ kind: 'change', subject: 'pay', target: of('acme/pay') }),
        event({ kind: 'change', subject: 'lone', target: of('acme/lone') }),
        event({ kind: 'incident', subject: 'pay', target: of('acme/pay') }),
      ]);
      await done();

      const { relinked } = await scanEntities(snapshot, [
        declare('old'),
        declare('new', 'acme/pay'),
        declare('lone'),
      ]);
      await service.remap(relinked, { now: start + 1000 });

      expect(
        await Promise.all([
          current('change', 'pay'),
          current('incident', 'pay'),
          current('change', 'lone'),
        ]),
      ).toMatchObject([
        [{ entityRef: 'component:default/new' }],
        [{ entityRef: 'component:default/new' }],
        [{ entityRef: 'component:default/lone' }],
      ]);
      expect((await waiting()).sort()).toEqual([
        'component:default/new',
        'component:default/old',
      ]);
    });

    it('keeps what maps to nothing, and applies it by itself once the catalog tells whose it is', async () => {
      const target = {
        links: [{ system: 'git', externalId: 'git.example.com/acme/pay' }],
      };
      expect(
        await submit([
          event({ kind: 'change', target }),
          event({ kind: 'incident', target }),
        ]),
      ).toMatchObject([
        {
          status: 'unmapped',
          reason: 'no entity declares git:git.example.com/acme/pay',
        },
        { status: 'unmapped' },
      ]);
      expect(await current('change')).toEqual([]);
      expect(await waiting()).toEqual([]);
      expect(await service.reapplyUnmapped({ now: start + 1000 })).toEqual({
        applied: 0,
        unmapped: 2,
      });
      expect(await service.summarizeUnmapped({ limit: 5 })).toMatchObject({
        totalEvents: 2,
        totalSubjects: 2,
      });

      await scanEntities(snapshot, [
        ...catalog,
        entityOf('component:default/pay', {
          annotations: {
            'backstage.io/source-location':
              'url:https://git.example.com/acme/pay',
          },
        }),
      ]);
      expect(await service.reapplyUnmapped({ now: start + 2000 })).toEqual({
        applied: 2,
        unmapped: 0,
      });
      expect(await current('change')).toMatchObject([
        { entityRef: 'component:default/pay', recordedAt: start + 2000 },
      ]);
      expect(await waiting()).toEqual(['component:default/pay']);
      expect(await service.count(['dora'])).toEqual({
        applied: 2,
        unmapped: 0,
        lastReceivedAt: start,
        recalculationsWaiting: 1,
      });
    });

    it('pages through whatever waits', async () => {
      const unmapped = Array.from({ length: 1000 }, (_, i) =>
        event({ kind: 'change', subject: `${i}`, target: {} }),
      );
      await submit(unmapped);
      await submit([event({ kind: 'change', subject: 'last', target: {} })]);
      expect(await service.reapplyUnmapped({ now: start + 1000 })).toEqual({
        applied: 0,
        unmapped: 1001,
      });
      const controller = new AbortController();
      controller.abort();
      await expect(
        service.reapplyUnmapped({
          now: start + 1000,
          signal: controller.signal,
        }),
      ).rejects.toThrow('aborted');
    });

    it('gives a record of a shared repository to the entities that the paths choose', async () => {
      const links = [{ system: 'github', externalId: 'acme/mono' }];
      expect(
        await submit([event({ kind: 'change', target: { links } })]),
      ).toMatchObject([
        {
          status: 'unmapped',
          reason: '2 entities share github:acme/mono; send paths or entityRef',
        },
      ]);
      expect(
        await statusesOf([
          event({
            kind: 'change',
            target: { links, paths: ['services/cart/a.ts'] },
          }),
        ]),
      ).toEqual(['accepted']);
      expect(await current('change')).toMatchObject([{ entityRef: cart }]);
      expect(await service.count(['dora'])).toMatchObject({
        applied: 2,
        unmapped: 0,
      });
    });

    it('maps what says nothing about itself by what was said before or after', async () => {
      const resolved = event({
        kind: 'incident',
        target: {},
        resolvedAt: '2026-03-01T12:00:00Z',
      });
      expect(await statusesOf([resolved])).toEqual(['unmapped']);
      expect(
        await statusesOf([
          event({ kind: 'incident', detectedAt: '2026-03-01T11:00:00Z' }),
        ]),
      ).toEqual(['accepted']);
      expect(await current('incident')).toMatchObject([
        {
          entityRef: shop,
          fields: {
            detectedAt: Date.parse('2026-03-01T11:00:00Z'),
            resolvedAt: Date.parse('2026-03-01T12:00:00Z'),
          },
        },
      ]);
      expect(await service.count(['dora'])).toMatchObject({ unmapped: 0 });
    });

    it('leaves the history with an entity that the catalog has forgotten', async () => {
      await submit([event({ kind: 'deployment', environment: 'prod' })]);
      await scanEntities(snapshot, [entityOf(cart)]);
      expect(
        await statusesOf([event({ kind: 'deployment', result: 'failure' })]),
      ).toEqual(['accepted']);
      expect(await current('deployment')).toMatchObject([
        { entityRef: shop, fields: { result: 'failure' } },
      ]);
    });

    it('moves a record when a correction names another entity', async () => {
      const links = [{ system: 'name', externalId: 'shop' }];
      await submit(
        [event({ kind: 'deployment', target: { links }, environment: 'prod' })],
        start,
      );
      await done();
      await submit(
        [event({ kind: 'deployment', target: { entityRefs: [cart] } })],
        start + 1000,
      );
      expect(await current('deployment')).toMatchObject([{ entityRef: cart }]);
      expect((await waiting()).sort()).toEqual([cart, shop]);
    });

    it('keeps what a deployment carries', async () => {
      await submit([
        event({ kind: 'deployment', environment: 'prod', changes: ['a', 'b'] }),
      ]);
      await done();
      await submit([
        event(
          { kind: 'deployment', changes: ['a', 'c'] },
          { time: '2026-03-02T10:00:00Z' },
        ),
      ]);
      expect(await waiting()).toEqual([shop]);
    });

    describe('tier of an environment', () => {
      const tiers = async (subject?: string) =>
        (await current('deployment', subject)).map(
          ({ fields }) => fields.environmentTier,
        );
      const declare = (
        environment: Partial<Extract<Observation, { kind: 'environment' }>>,
        source: string = 'ci',
      ) =>
        submit([
          event(
            {
              kind: 'environment',
              subject: 'eu-1',
              target: {},
              ...environment,
            },
            { source },
          ),
        ]);

      it('is what the producer says, else what the rules say of its name', async () => {
        await submit([
          event({ kind: 'deployment', subject: '1', environment: 'blue' }),
          event({ kind: 'deployment', subject: '2', environment: 'eu-1' }),
          event({ kind: 'deployment', subject: '3' }),
          event({
            kind: 'deployment',
            subject: '4',
            environment: 'blue',
            environmentTier: 'testing',
          }),
        ]);
        expect(await tiers('1')).toEqual(['production']);
        expect(await tiers('2')).toEqual(['other']);
        expect(await tiers('3')).toEqual(['other']);
        expect(await tiers('4')).toEqual(['testing']);
      });

      it('is what was declared of the environment, before or after the deployment', async () => {
        const deployed = (subject: string) =>
          event({ kind: 'deployment', subject, environment: 'eu-1' });
        await submit([deployed('before')]);
        await done();
        await declare({ environmentTier: 'production' });
        await submit([deployed('after')]);
        expect(await tiers('before')).toEqual(['production']);
        expect(await tiers('after')).toEqual(['production']);
        expect(await waiting()).toEqual([shop]);

        await declare({
          name: 'Staging of Europe',
          environmentTier: 'staging',
        });
        expect(await tiers('before')).toEqual(['staging']);
        await declare({ withdrawn: true });
        expect(await tiers('before')).toEqual(['other']);
      });

      it('is what the deployment’s own source declared, where sources differ', async () => {
        await submit([
          event({ kind: 'deployment', subject: 'own', environment: 'eu-1' }),
        ]);
        await declare({ environmentTier: 'production' }, 'infrastructure');
        expect(await tiers('own')).toEqual(['production']);
        await declare({ environmentTier: 'staging' }, 'ci');
        expect(await tiers('own')).toEqual(['staging']);
      });

      it('is told by the environment’s own name, unless that tells nothing', async () => {
        await submit([
          event({ kind: 'deployment', subject: '1', environment: 'eu-1' }),
          event({ kind: 'deployment', subject: '2', environment: 'prod' }),
        ]);
        await declare({ name: 'Production of Europe' });
        await declare({ subject: 'prod', name: 'Cluster 7' });
        expect(await tiers('1')).toEqual(['production']);
        expect(await tiers('2')).toEqual(['production']);
      });

      it('follows the configuration at the next start', async () => {
        await submit([
          event({ kind: 'deployment', subject: '1', environment: 'blue' }),
          event({
            kind: 'deployment',
            subject: '2',
            environment: 'blue',
            environmentTier: 'testing',
          }),
        ]);
        const restarted = new IntakeService({
          store,
          environmentRules: [{ tier: 'staging', match: ['blue'] }],
        });
        await restarted.reclassifyEnvironments({ now: start + 5000 });
        expect(await tiers('1')).toEqual(['staging']);
        expect(await tiers('2')).toEqual(['testing']);
        expect(
          await store.records.listVersions(key('deployment', '2')),
        ).toHaveLength(1);
      });
    });

    it('looks at no deployment of an environment whose tier is as it was', async () => {
      await submit(
        Array.from({ length: 20 }, (_, i) => [
          event({ kind: 'deployment', subject: `${i}`, environment: `e-${i}` }),
          event({
            kind: 'environment',
            subject: `e-${i}`,
            target: {},
            environmentTier: 'production',
          }),
        ]).flat(),
      );
      const declared = jest.spyOn(store.records, 'listDeclaredEnvironments');
      const looked = jest.spyOn(store.records, 'listDeploymentsOf');
      await service.reclassifyEnvironments({ now: start + 1000 });
      expect(declared).toHaveBeenCalledTimes(1);
      expect(looked).not.toHaveBeenCalled();
    });

    it('stores a batch as a whole or not at all', async () => {
      const failing: IntakeStore = {
        ...store,
        events: store.events,
        transaction: (subjects, work) =>
          store.transaction(subjects, async stores => {
            await work(stores);
            throw new Error('lost connection');
          }),
      };
      const broken = new IntakeService({
        store: failing,
        environmentRules: [],
      });
      const lost = event({ kind: 'deployment', environment: 'prod' });
      await expect(
        broken.submit([lost], { producer: 'ci', now: start }),
      ).rejects.toThrow('lost connection');
      expect(await service.count(['dora'])).toMatchObject({
        applied: 0,
        recalculationsWaiting: 0,
      });
      expect(await current('deployment')).toEqual([]);
      expect(await statusesOf([lost])).toEqual(['accepted']);
    });

    it('ends in one state when many deliver about one subject at once', async () => {
      const events = Array.from({ length: 24 }, (_, i) =>
        event(
          {
            kind: 'deployment',
            environment: 'prod',
            title: `${i}`,
            changes: [`c${i}`],
          },
          { time: new Date(Date.UTC(2026, 2, 1, 0, i)).toISOString() },
        ),
      );
      const twice = [...events, ...events].reverse();
      const outcomes = await Promise.all(twice.map(one => submit([one])));
      const accepted = outcomes
        .flat()
        .filter(({ status }) => status === 'accepted');
      expect(accepted).toHaveLength(24);
      expect(await current('deployment')).toMatchObject([
        { entityRef: shop, fields: { title: '23' } },
      ]);
    });

    // The databases answer the same as the fake in all tests above, so the many runs are the fake's.
    const runs = backing === 'FAKE' ? 60 : 6;
    it('comes to the same records in whatever order and portions events arrive', async () => {
      const times = fc
        .integer({ min: 0, max: 5 })
        .map(minute => new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString());
      const observation = fc.oneof(
        fc.record({
          kind: fc.constant('deployment' as const),
          subject: fc.constantFrom('a', 'b'),
          target: fc.constantFrom<ObservationTarget>(
            {},
            { entityRefs: [shop] },
            { entityRefs: [cart] },
          ),
          environment: fc.constantFrom('eu-1', 'prod', undefined),
          result: fc.constantFrom(
            'success' as const,
            'failure' as const,
            undefined,
          ),
          changes: fc.constantFrom<string[] | undefined>(
            ['x'],
            ['x', 'y'],
            undefined,
          ),
          withdrawn: fc.constantFrom(true, undefined),
        }),
        fc.record({
          kind: fc.constant('environment' as const),
          subject: fc.constant('eu-1'),
          target: fc.constant({}),
          environmentTier: fc.constantFrom(
            'production' as const,
            'staging' as const,
          ),
        }),
      );
      const histories = fc
        .array(fc.tuple(observation, times), { minLength: 1, maxLength: 8 })
        .map(list =>
          list.map(
            ([observed, time], i): IntakeEvent => ({
              source: 'ci',
              id: `${i}`,
              time,
              observation: observed,
            }),
          ),
        );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          histories.chain(history =>
            fc.tuple(
              fc.constant(history),
              fc.shuffledSubarray(history, { minLength: history.length }),
              fc.integer({ min: 1, max: 4 }),
            ),
          ),
          async ([history, shuffled, portion]) => {
            run += 1;
            const stateAfter = async (
              source: string,
              events: IntakeEvent[],
              size: number,
            ) => {
              for (let at = 0; at < events.length; at += size) {
                await submit(
                  events.slice(at, at + size).map(one => ({ ...one, source })),
                );
              }
              const state: unknown[] = [];
              for (const subject of ['a', 'b']) {
                const versions = await store.records.listVersions({
                  kind: 'deployment',
                  source,
                  subject,
                });
                state.push(
                  versions
                    .filter(({ supersededAt }) => supersededAt === null)
                    .map(({ entityRef, fields }) => ({ entityRef, fields }))
                    .sort((one, other) =>
                      one.entityRef! < other.entityRef! ? -1 : 1,
                    ),
                );
              }
              return state;
            };
            const [straight, mixed] = [`s-${run}-1`, `s-${run}-2`];
            expect(await stateAfter(mixed, shuffled, portion)).toEqual(
              await stateAfter(straight, history, history.length),
            );
          },
        ),
        { numRuns: runs },
      );
    });
  },
);
