import {
  foldObservations,
  type IntakeRecord,
  type Observation,
} from '@opmodel/backstage-plugin-opmodel-common';
import { eachStore } from '../testing/eachStore';
import { DatabaseRecordStore } from './DatabaseRecordStore';
import { subjectId } from './EventStore';
import { FakeRecordStore } from './FakeRecordStore';
import { keptFields } from './recordTables';
import type { RecordRow, RecordStore } from './RecordStore';

const at = '2026-03-01T10:00:00.000Z';
const base = {
  subject: '1',
  target: {},
  title: 'T',
  url: 'https://example.com',
};

/** One observation of each kind with every field. */
const complete: Observation[] = [
  {
    kind: 'deployment',
    ...base,
    withdrawn: true,
    environment: 'prod',
    environmentTier: 'production',
    startedAt: at,
    finishedAt: at,
    result: 'failure',
    deploymentType: 'rollback',
    commitSha: 'c0ffee',
    version: '1.2.3',
    artifactId: 'pkg:oci/shop',
    repositoryUrl: 'https://github.com/acme/shop',
    changes: ['c0ffee', '7'],
    baseline: true,
    planned: false,
    hotfix: true,
  },
  {
    kind: 'change',
    ...base,
    repositoryUrl: 'https://github.com/acme/shop',
    commitSha: 'c0ffee',
    firstCommitAt: at,
    openedAt: at,
    firstReviewAt: at,
    approvedAt: at,
    mergedAt: at,
    abandonedAt: at,
    approvedByOther: false,
    contributors: 2,
    revertsCommitSha: 'beef',
    commits: [{ sha: 'c0ffee', authoredAt: at, committedAt: at }],
    hotfix: false,
  },
  {
    kind: 'incident',
    ...base,
    environment: 'prod',
    severity: 'sev2',
    startedAt: at,
    detectedAt: at,
    acknowledgedAt: at,
    mitigatedAt: at,
    resolvedAt: at,
    causeClass: 'change',
    recurrenceOf: '0',
    customerImpactMinutes: 12.5,
    deployment: 'd1',
  },
  {
    kind: 'work_item',
    ...base,
    category: 'debt',
    severity: 'high',
    foundIn: 'production',
    objective: 'O1',
    committedPeriod: '2026-Q1',
    state: 'cancelled',
    effortDays: 2.5,
    createdAt: at,
    startedAt: at,
    completedAt: at,
    cancelledAt: at,
  },
  {
    kind: 'pipeline_run',
    ...base,
    pipeline: 'build',
    queuedAt: at,
    startedAt: at,
    finishedAt: at,
    result: 'failure',
    commitSha: 'c0ffee',
    ref: 'main',
  },
  {
    kind: 'environment',
    ...base,
    name: 'Production',
    environmentTier: 'production',
    deleted: false,
  },
];

function recordOf(observation: Observation): IntakeRecord {
  return foldObservations(observation.kind, observation.subject, [
    { id: '1', time: Date.parse(at), observation },
  ]);
}

function deployment(
  subject: string,
  fields: Partial<Extract<Observation, { kind: 'deployment' }>> = {},
): IntakeRecord {
  return recordOf({
    kind: 'deployment',
    subject,
    target: {},
    environment: 'prod',
    environmentTier: 'production',
    ...fields,
  });
}

const key = (subject: string) => ({
  kind: 'deployment' as const,
  source: 'ci',
  subject,
});
const row = (
  record: IntakeRecord,
  entityRef: string | null = 'component:default/shop',
): RecordRow => ({ source: 'ci', entityRef, record });

eachStore<RecordStore>(
  {
    name: 'RecordStore',
    fake: () => new FakeRecordStore(),
    database: knex => new DatabaseRecordStore(knex),
  },
  createStore => {
    let store: RecordStore;

    beforeEach(async () => {
      store = await createStore();
    });

    it.each(complete)(
      'gives a $kind back as it was given',
      async observation => {
        const record = recordOf(observation);
        const subject = { kind: record.kind, source: 'ci', subject: '1' };
        const entityRef =
          record.kind === 'environment' ? null : 'component:default/shop';
        await store.replace([subject], [row(record, entityRef)], { now: 5 });
        expect(await store.listVersions(subject)).toEqual([
          {
            source: 'ci',
            subject: '1',
            entityRef,
            fields: keptFields(record),
            recordedAt: 5,
            supersededAt: null,
          },
        ]);
        expect(
          await store.replace([subject], [row(record, entityRef)], { now: 6 }),
        ).toEqual(new Set());
        expect(await store.listVersions(subject)).toHaveLength(1);
      },
    );

    it.each(complete)(
      'gives a $kind of which nothing is known back as such',
      async ({ kind }) => {
        const record = foldObservations(kind, '1', []);
        const subject = { kind, source: 'ci', subject: '1' };
        const entityRef =
          kind === 'environment' ? null : 'component:default/shop';
        await store.replace([subject], [row(record, entityRef)], { now: 5 });
        expect((await store.listVersions(subject))[0].fields).toEqual(
          keptFields(record),
        );
      },
    );

    it('supersedes and never overwrites', async () => {
      const cart = 'component:default/cart';
      expect(
        await store.replace([key('1')], [row(deployment('1'))], { now: 1 }),
      ).toEqual(new Set(['component:default/shop']));
      expect(
        await store.replace(
          [key('1')],
          [row(deployment('1', { result: 'success' }))],
          { now: 2 },
        ),
      ).toEqual(new Set(['component:default/shop']));
      expect(
        await store.replace(
          [key('1')],
          [row(deployment('1', { result: 'success' }), cart)],
          { now: 3 },
        ),
      ).toEqual(new Set(['component:default/shop', cart]));
      expect(await store.replace([key('1')], [], { now: 4 })).toEqual(
        new Set([cart]),
      );
      expect(
        (await store.listVersions(key('1'))).map(
          ({ entityRef, fields, recordedAt, supersededAt }) => [
            entityRef,
            fields.result,
            recordedAt,
            supersededAt,
          ],
        ),
      ).toEqual([
        ['component:default/shop', null, 1, 2],
        ['component:default/shop', 'success', 2, 3],
        [cart, 'success', 3, 4],
      ]);
    });

    it('leaves other subjects alone', async () => {
      await store.replace(
        [key('1'), key('2')],
        [row(deployment('1')), row(deployment('2'))],
        { now: 1 },
      );
      await store.replace([key('1')], [], { now: 2 });
      expect(await store.listVersions(key('2'))).toMatchObject([
        { supersededAt: null },
      ]);
      expect(await store.replace([], [], { now: 3 })).toEqual(new Set());
    });

    it('notices when only what a deployment carries has changed', async () => {
      const write = (changes: string[] | undefined, now: number) =>
        store.replace([key('1')], [row(deployment('1', { changes }))], { now });
      expect(await write(['a', 'b', 'a'], 1)).toHaveProperty('size', 1);
      expect(await write(['a', 'b'], 2)).toHaveProperty('size', 0);
      expect(await write(['a', 'c'], 3)).toHaveProperty('size', 1);
      expect(await write(undefined, 4)).toHaveProperty('size', 1);
      expect(await write(undefined, 5)).toHaveProperty('size', 0);
    });

    it('knows whose a record is', async () => {
      await store.replace(
        [key('1')],
        [
          row(deployment('1'), 'component:default/b'),
          row(deployment('1'), 'component:default/a'),
        ],
        { now: 1 },
      );
      expect(await store.listEntityRefs([key('1'), key('2')])).toEqual(
        new Map([
          [subjectId(key('1')), ['component:default/a', 'component:default/b']],
        ]),
      );
      expect(await store.listEntityRefs([])).toEqual(new Map());
    });

    it('knows the environments', async () => {
      const environment = (
        source: string,
        subject: string,
        fields: Partial<Extract<Observation, { kind: 'environment' }>>,
      ) =>
        store.replace(
          [{ kind: 'environment', source, subject }],
          [
            {
              source,
              entityRef: null,
              record: recordOf({
                kind: 'environment',
                subject,
                target: {},
                ...fields,
              }),
            },
          ],
          { now: 1 },
        );
      await environment('z', 'blue', { environmentTier: 'staging' });
      await environment('a', 'blue', { environmentTier: 'production' });
      await environment('a', 'green', {});
      await environment('a', 'red', {
        environmentTier: 'testing',
        withdrawn: true,
      });
      expect(
        await store.listDeclaredEnvironments(['blue', 'green', 'red', 'x']),
      ).toEqual([
        { source: 'a', environment: 'blue', tier: 'production' },
        { source: 'z', environment: 'blue', tier: 'staging' },
      ]);
    });

    it('finds the deployments of an environment', async () => {
      const subjects = ['1', '2', '3', '4', '5'].map(key);
      await store.replace(
        subjects,
        [
          row(deployment('3')),
          row(deployment('1')),
          row(deployment('1'), 'component:default/cart'),
          row(deployment('2', { environmentTier: 'staging' })),
          row(deployment('4', { environment: 'dev' })),
          row(
            deployment('5', {
              environment: undefined,
              environmentTier: 'other',
            }),
          ),
        ],
        { now: 1 },
      );
      const found = await store.listDeploymentsOf({
        environment: 'prod',
        limit: 2,
      });
      expect(found).toEqual([key('1'), key('2')]);
      expect(
        await store.listDeploymentsOf({
          environment: 'prod',
          after: found[1],
          limit: 2,
        }),
      ).toEqual([key('3')]);
      expect(
        await store.listDeploymentsOf({
          environment: 'prod',
          otherThan: 'production',
          limit: 2,
        }),
      ).toEqual([key('2')]);
      expect(await store.listDeployedEnvironments()).toEqual([
        { environment: 'dev', tier: 'production' },
        { environment: 'prod', tier: 'production' },
        { environment: 'prod', tier: 'staging' },
      ]);
    });

    it('finds the subjects that have a record of an entity', async () => {
      const subjects = ['1', '2', '3', '4'].map(key);
      const cart = 'component:default/cart';
      await store.replace(
        subjects,
        [
          row(deployment('1')),
          row(deployment('1'), cart),
          row(deployment('2'), cart),
          row(deployment('3'), 'component:default/other'),
          row(deployment('4'), cart),
        ],
        { now: 1 },
      );
      const list = (after?: string, limit: number = 2) =>
        store.listSubjectsOf({
          kind: 'deployment',
          entityRefs: [cart, row(deployment('1')).entityRef!],
          after: after ? key(after) : undefined,
          limit,
        });
      expect(await list()).toEqual([key('1'), key('2')]);
      expect(await list('2')).toEqual([key('4')]);
      expect(await list('4')).toEqual([]);
      await store.replace([key('4')], [], { now: 2 });
      expect(await list('2')).toEqual([]);
    });

    it('counts what is known and not withdrawn', async () => {
      await store.replace(
        [key('1'), key('2')],
        [row(deployment('1')), row(deployment('2', { withdrawn: true }))],
        { now: 1 },
      );
      expect(await store.count()).toEqual({
        deployment: 1,
        change: 0,
        incident: 0,
        work_item: 0,
        pipeline_run: 0,
        environment: 0,
      });
    });

    it('forgets what was superseded before an instant, in portions, and nothing that is known', async () => {
      const subjects = ['1', '2'].map(key);
      const say = (version: string, now: number) =>
        store.replace(
          subjects,
          subjects.map(({ subject }) =>
            row(deployment(subject, { version, changes: [version] })),
          ),
          { now },
        );
      await say('a', 1);
      await say('b', 2);
      await say('c', 3);
      const known = async () => ({
        refs: await store.listEntityRefs(subjects),
        count: await store.count(),
      });
      const before = await known();

      let forgotten = 0;
      for (let calls = 0; calls < 10; calls += 1) {
        const deleted = await store.deleteSuperseded({ before: 3, limit: 1 });
        expect(deleted).toBeLessThanOrEqual(1);
        forgotten += deleted;
      }

      expect(forgotten).toBeGreaterThanOrEqual(2);
      expect(await store.deleteSuperseded({ before: 3, limit: 9 })).toBe(0);
      expect(
        (await store.listVersions(key('1'))).map(
          ({ fields }) => fields.version,
        ),
      ).toEqual(['b', 'c']);
      expect(await known()).toEqual(before);
    });
  },
);
