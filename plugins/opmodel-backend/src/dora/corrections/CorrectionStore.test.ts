import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { DatabaseRecalculationStore } from '../../intake/DatabaseRecalculationStore';
import { FakeRecalculationStore } from '../../intake/FakeRecalculationStore';
import type { RecalculationStore } from '../../intake/RecalculationStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import {
  createEngineDatabases,
  testDatabaseIds,
} from '../../testing/databases';
import { eachStore } from '../../testing/eachStore';
import {
  type CorrectionStore,
  type Decision,
  MAXIMUM_CORRECTIONS,
} from './CorrectionStore';
import { DatabaseCorrectionStore } from './DatabaseCorrectionStore';
import { FakeCorrectionStore } from './FakeCorrectionStore';

const checkout = 'component:default/checkout';
const vault = 'component:default/vault';
const now = Date.parse('2026-06-30T12:00:00Z');
const subjects = ['dora', 'flow'];

const entities = [checkout, vault].map(ref => entityOf(ref));
const withoutVault: Visibility = { type: 'refs', refs: new Set([checkout]) };

interface Stores {
  corrections: CorrectionStore;
  recalculations: RecalculationStore;
  addRecord(record: {
    kind: 'incident' | 'deployment';
    entityRef: string;
    source: string;
    subject: string;
    withdrawn?: boolean;
  }): Promise<void>;
}

function decision(overrides: Partial<Decision> = {}): Decision {
  return {
    id: randomUUID(),
    entityRef: checkout,
    kind: 'deployment_failed',
    incident: null,
    deployment: { source: 'ci', subject: 'd1' },
    failed: true,
    planned: null,
    from: null,
    to: null,
    cause: null,
    reason: 'The release was rolled back by hand',
    decidedBy: 'user:default/ada',
    ...overrides,
  };
}

async function fromDatabase(knex: Knex): Promise<Stores> {
  await scanEntities(new DatabaseSnapshotStore(knex), entities);
  return {
    corrections: new DatabaseCorrectionStore(knex, subjects),
    recalculations: new DatabaseRecalculationStore(knex, subjects),
    async addRecord({ kind, entityRef, source, subject, withdrawn = false }) {
      const record = {
        source,
        subject,
        entity_ref: entityRef,
        withdrawn,
        recorded_at: now,
      };
      await (kind === 'incident'
        ? knex('incidents').insert({ ...record, severity_changes: '[]' })
        : knex('deployments').insert({
            ...record,
            deployment_type: 'deploy',
            environment_tier: 'production',
          }));
    },
  };
}

eachStore<Stores>(
  {
    name: 'CorrectionStore',
    async fake() {
      const catalog = new FakeCatalogStore();
      await scanEntities(catalog, entities);
      const recalculations = new FakeRecalculationStore(subjects);
      const corrections = new FakeCorrectionStore({ catalog, recalculations });
      return {
        corrections,
        recalculations,
        async addRecord(record) {
          corrections.records.push(record);
        },
      };
    },
    database: fromDatabase,
  },
  createStores => {
    let corrections: CorrectionStore;
    let recalculations: RecalculationStore;
    let addRecord: Stores['addRecord'];

    beforeEach(async () => {
      ({ corrections, recalculations, addRecord } = await createStores());
    });

    const statesOf = async (entityRef = checkout) =>
      (await corrections.list(entityRef, seesAll, { limit: 100 })).items.map(
        ({ reason, state }) => [reason, state],
      );

    it('gives back every kind of decision as it was made', async () => {
      const decisions = [
        decision(),
        decision({ kind: 'deployment_planned', failed: null, planned: false }),
        decision({
          kind: 'failure_link',
          incident: { source: 'pager', subject: 'i1' },
          failed: null,
        }),
        decision({
          kind: 'failure_link',
          incident: { source: 'pager', subject: 'i2' },
          deployment: null,
          failed: null,
        }),
        decision({
          kind: 'excluded_period',
          deployment: null,
          failed: null,
          from: '2026-12-20',
          to: '2027-01-03',
          cause: 'freeze',
          reason: `It's "quoted" \\ – ä 😀`,
        }),
      ];
      const added = [];
      for (const one of decisions) {
        added.push(await corrections.add(one, { now }));
      }
      expect(added).toEqual(
        decisions.map((one, index) => ({
          ...one,
          recordedAt: now + index,
          undone: null,
          state: 'active',
        })),
      );
      const { items, total } = await corrections.list(checkout, seesAll, {
        limit: 10,
      });
      expect(items).toEqual([...added].reverse());
      expect(total).toBe(5);
    });

    it('asks every subject to compute the entity again, after adding and after taking back', async () => {
      const waiting = async () =>
        Promise.all(
          subjects.map(subject =>
            recalculations.listWaiting({ subject, limit: 10 }),
          ),
        );
      const { id } = await corrections.add(decision(), { now });
      expect(await waiting()).toEqual([[checkout], [checkout]]);
      for (const subject of subjects) {
        await recalculations.complete(
          await recalculations.claim({ subject, limit: 1, leaseMs: 1, now }),
        );
      }
      expect(await waiting()).toEqual([[], []]);
      await corrections.undo(
        { entityRef: checkout, id },
        { by: 'user:default/ben', reason: 'Wrong release', now: now + 5 },
      );
      expect(await waiting()).toEqual([[checkout], [checkout]]);
    });

    it('lets the latest about the same thing count, and the one before once it is taken back', async () => {
      const ids = [];
      for (const [reason, failed] of [
        ['first', true],
        ['second', false],
        ['third', true],
      ] as const) {
        const { id } = await corrections.add(decision({ reason, failed }), {
          now,
        });
        ids.push(id);
      }
      await corrections.add(
        decision({
          reason: 'another deployment',
          deployment: { source: 'ci', subject: 'd2' },
        }),
        { now },
      );
      await corrections.add(
        decision({ reason: 'another component', entityRef: vault }),
        { now },
      );
      expect(await statesOf()).toEqual([
        ['another deployment', 'active'],
        ['third', 'active'],
        ['second', 'superseded'],
        ['first', 'superseded'],
      ]);
      const takeBack = (id: string) =>
        corrections.undo(
          { entityRef: checkout, id },
          { by: 'user:default/ben', reason: 'Not so', now: now + 60_000 },
        );
      expect(await takeBack(ids[2])).toMatchObject({
        state: 'undone',
        reason: 'third',
        undone: { at: now + 60_000, by: 'user:default/ben', reason: 'Not so' },
      });
      expect(await statesOf()).toEqual([
        ['another deployment', 'active'],
        ['third', 'undone'],
        ['second', 'active'],
        ['first', 'superseded'],
      ]);
      await takeBack(ids[0]);
      await takeBack(ids[1]);
      expect(await statesOf()).toEqual([
        ['another deployment', 'active'],
        ['third', 'undone'],
        ['second', 'undone'],
        ['first', 'undone'],
      ]);
      expect(await statesOf(vault)).toEqual([['another component', 'active']]);
    });

    it('tells links by their incident and periods by their days', async () => {
      const link = { kind: 'failure_link', failed: null } as const;
      const period = {
        kind: 'excluded_period',
        deployment: null,
        failed: null,
        cause: 'freeze',
        from: '2026-12-20',
      } as const;
      for (const one of [
        {
          ...link,
          incident: { source: 'pager', subject: 'i1' },
          reason: 'i1 to d1',
        },
        {
          ...link,
          incident: { source: 'pager', subject: 'i2' },
          reason: 'i2 to d1',
        },
        {
          ...link,
          incident: { source: 'pager', subject: 'i1' },
          deployment: null,
          reason: 'i1 to none',
        },
        { ...period, to: '2026-12-31', reason: 'freeze' },
        { ...period, to: '2027-01-02', reason: 'longer freeze' },
        {
          ...period,
          to: '2026-12-31',
          cause: 'migration',
          reason: 'migration',
        },
      ] as const) {
        await corrections.add(decision(one), { now });
      }
      expect(await statesOf()).toEqual([
        ['migration', 'active'],
        ['longer freeze', 'active'],
        ['freeze', 'superseded'],
        ['i1 to none', 'active'],
        ['i2 to d1', 'active'],
        ['i1 to d1', 'superseded'],
      ]);
      const active = await corrections.listActive(
        [checkout, vault, 'component:default/unknown'],
        seesAll,
      );
      expect([...active.keys()]).toEqual([checkout]);
      expect(active.get(checkout)!.map(({ reason }) => reason)).toEqual([
        'i2 to d1',
        'i1 to none',
        'longer freeze',
        'migration',
      ]);
    });

    it('gives pages, and nothing of what the caller may not see', async () => {
      for (const reason of ['a', 'b', 'c']) {
        await corrections.add(decision({ reason }), { now });
      }
      await corrections.add(decision({ entityRef: vault }), { now });
      const first = await corrections.list(checkout, withoutVault, {
        limit: 2,
      });
      expect(first.items.map(({ reason }) => reason)).toEqual(['c', 'b']);
      expect(first.total).toBe(3);
      const second = await corrections.list(checkout, withoutVault, {
        limit: 2,
        before: first.items[1].recordedAt,
      });
      expect(second.items.map(({ reason }) => reason)).toEqual(['a']);
      expect(await corrections.list(vault, withoutVault, { limit: 2 })).toEqual(
        { items: [], total: 0 },
      );
      expect(await corrections.list(checkout, seesNone, { limit: 2 })).toEqual({
        items: [],
        total: 0,
      });
      const active = await corrections.listActive(
        [checkout, vault],
        withoutVault,
      );
      expect([...active.keys()]).toEqual([checkout]);
    });

    it('takes back only once, and only what the entity has', async () => {
      const { id } = await corrections.add(decision(), { now });
      const options = { by: 'user:default/ben', reason: 'Not so', now };
      expect(
        await corrections.undo({ entityRef: vault, id }, options),
      ).toBeUndefined();
      expect(
        await corrections.undo({ entityRef: checkout, id: 'none' }, options),
      ).toBeUndefined();
      // Nothing changed that would have to be computed again.
      expect(
        await recalculations.listWaiting({ subject: 'dora', limit: 10 }),
      ).toEqual([checkout]);
      await corrections.undo({ entityRef: checkout, id }, options);
      await expect(
        corrections.undo({ entityRef: checkout, id }, options),
      ).rejects.toThrow('taken back before, by user:default/ben');
    });

    it('keeps an order although decisions come in the same millisecond, or the clock goes back', async () => {
      const times = [now, now, now - 60_000];
      const added = [];
      for (const time of times) {
        added.push(await corrections.add(decision(), { now: time }));
      }
      expect(added.map(({ recordedAt }) => recordedAt - now)).toEqual([
        0, 1, 2,
      ]);
    });

    it('knows the records of an entity that were not withdrawn', async () => {
      const key = { source: 'ci', subject: 'd1' };
      await addRecord({ kind: 'deployment', entityRef: checkout, ...key });
      await addRecord({
        kind: 'incident',
        entityRef: checkout,
        source: 'pager',
        subject: 'i1',
        withdrawn: true,
      });
      const has = (
        kind: 'incident' | 'deployment',
        record = key,
        entityRef = checkout,
        visibility = seesAll,
      ) => corrections.hasRecord(entityRef, kind, record, visibility);
      expect(await has('deployment')).toBe(true);
      expect(await has('incident')).toBe(false);
      expect(await has('deployment', { ...key, source: 'cd' })).toBe(false);
      expect(await has('deployment', key, vault)).toBe(false);
      expect(await has('deployment', key, checkout, seesNone)).toBe(false);
      expect(await has('incident', { source: 'pager', subject: 'i1' })).toBe(
        false,
      );
    });
  },
);

describe.each(testDatabaseIds)('DatabaseCorrectionStore on %s', id => {
  const databases = createEngineDatabases();
  let knex: Knex;
  let corrections: CorrectionStore;

  beforeEach(async () => {
    knex = await databases.createMigrated(id);
    ({ corrections } = await fromDatabase(knex));
  });

  const rows = () => knex('dora_corrections').select('id', 'undone_at');

  it('records nothing whose numbers nobody would compute again', async () => {
    const { id: known } = await corrections.add(decision(), { now });
    const before = await rows();
    await knex.schema.renameTable('recalculations', 'recalculations_away');
    await expect(corrections.add(decision(), { now })).rejects.toThrow();
    await expect(
      corrections.undo(
        { entityRef: checkout, id: known },
        { by: 'user:default/ben', reason: 'Not so', now },
      ),
    ).rejects.toThrow();
    expect(await rows()).toEqual(before);
  });

  it('asks for nothing that was not recorded', async () => {
    const one = decision();
    await corrections.add(one, { now });
    await knex('recalculations').delete();
    await expect(corrections.add(one, { now })).rejects.toThrow();
    expect(await knex('recalculations')).toEqual([]);
  });

  it('gives decisions that come at once an order, and takes each back once', async () => {
    const added = await Promise.all(
      Array.from({ length: 8 }, () => corrections.add(decision(), { now })),
    );
    expect(new Set(added.map(({ recordedAt }) => recordedAt - now))).toEqual(
      new Set([0, 1, 2, 3, 4, 5, 6, 7]),
    );
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        corrections.undo(
          { entityRef: checkout, id: added[0].id },
          { by: 'user:default/ben', reason: 'Not so', now },
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
  });

  it('takes only so many that nobody has taken back', async () => {
    await knex.batchInsert(
      'dora_corrections',
      Array.from({ length: MAXIMUM_CORRECTIONS - 1 }, (_, index) => ({
        id: `c${index}`,
        entity_ref: checkout,
        kind: 'excluded_period',
        from_day: '2026-01-01',
        to_day: '2026-01-02',
        cause: 'other',
        reason: 'test',
        decided_by: 'user:default/ada',
        recorded_at: index,
      })),
      50,
    );
    const { id: last } = await corrections.add(decision(), { now });
    await expect(corrections.add(decision(), { now })).rejects.toThrow(
      `'${checkout}' has 1000 corrections`,
    );
    await corrections.undo(
      { entityRef: checkout, id: last },
      { by: 'user:default/ada', reason: 'Room', now },
    );
    await corrections.add(decision(), { now });
  });
});
