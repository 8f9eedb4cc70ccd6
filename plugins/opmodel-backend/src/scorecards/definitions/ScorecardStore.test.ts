import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { listWork } from '../evaluation/DatabaseScorecardWork';
import { FakeScorecardWork } from '../evaluation/FakeScorecardWork';
import type { ScorecardWork } from '../evaluation/ScorecardWork';
import {
  checkWith,
  definitionWith,
  publishedWith,
} from '../testing/publishedScorecard';
import { DatabaseScorecardStore } from './DatabaseScorecardStore';
import { FakeScorecardStore } from './FakeScorecardStore';
import type { ScorecardStore } from './ScorecardStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const entities = ['component:default/cart', 'system:default/shop'];
const readiness = 'scorecard:default/readiness';
const security = 'scorecard:default/security';

interface Stores {
  store: ScorecardStore;
  listWork(): Promise<readonly ScorecardWork[]>;
}

eachStore<Stores>(
  {
    name: 'ScorecardStore',
    fake() {
      const work = new FakeScorecardWork();
      return {
        store: new FakeScorecardStore({ work, entities: () => entities }),
        listWork: async () => work.list(),
      };
    },
    async database(knex) {
      await scanEntities(new DatabaseSnapshotStore(knex), [
        entityOf('component:default/cart'),
        entityOf('system:default/shop'),
        entityOf('user:default/jane'),
        entityOf('scorecard:default/readiness'),
      ]);
      return {
        store: new DatabaseScorecardStore(knex),
        listWork: () => listWork(knex),
      };
    },
  },
  createStores => {
    /** What is left to evaluate by whatever is done, as `entity scorecard checks`. */
    async function workOf(
      { listWork: list }: Stores,
      act: () => Promise<void>,
    ): Promise<string[]> {
      const before = (await list()).length;
      await act();
      return (await list())
        .slice(before)
        .map(
          ({ entityRef, scorecardRef, checks, facts, createdAt }) =>
            `${entityRef} ${scorecardRef} ${checks} ${facts} ${createdAt}`,
        )
        .sort();
    }

    it('keeps what holds, ordered, with its versions', async () => {
      const { store } = await createStores();
      const first = publishedWith();
      await store.publish(
        [
          publishedWith({ ref: security, title: 'Security' }),
          { ...first, publishedBy: 'user:default/jane', note: 'A beginning' },
        ],
        { now: 1_000 },
      );
      expect(
        (await store.list()).map(({ definition: { ref } }) => ref),
      ).toEqual([readiness, security]);
      expect(await store.get(readiness)).toEqual({
        definition: first.definition,
        origin: 'catalog',
        definitionHash: first.definitionHash,
        spec: first.spec,
        version: 1,
        slots: ['has-description', 'has-owner'],
        problems: [],
        publishedAt: 1_000,
        removedAt: null,
      });
      expect(await store.get('scorecard:default/none')).toBeUndefined();
      expect(await store.listVersions(readiness, { limit: 10 })).toEqual([
        {
          scorecardRef: readiness,
          version: 1,
          definition: first.definition,
          definitionHash: first.definitionHash,
          spec: first.spec,
          publishedAt: 1_000,
          publishedBy: 'user:default/jane',
          note: 'A beginning',
        },
      ]);
    });

    it('tells all that changes of what it listed before', async () => {
      const { store } = await createStores();
      const read = async () =>
        (await store.list()).map(({ definition, spec, version, problems }) => [
          definition.ref,
          definition.title,
          spec,
          version,
          problems.length,
        ]);
      const first = publishedWith();
      expect(await read()).toEqual([]);
      await store.publish([first], { now: 1_000 });
      expect(await read()).toEqual([
        [readiness, first.definition.title, first.spec, 1, 0],
      ]);
      // How it is written, without another version.
      const rewritten = { ...first.spec, description: 'Written anew' };
      await store.publish([{ ...first, spec: rewritten }], { now: 2_000 });
      expect(await read()).toEqual([
        [readiness, first.definition.title, rewritten, 1, 0],
      ]);
      await store.noteProblems(
        new Map([
          [readiness, [{ path: 'checks', message: 'Wrong', range: null }]],
        ]),
      );
      await store.publish(
        [publishedWith({ ref: security, title: 'Security' })],
        {
          now: 3_000,
        },
      );
      expect(await read()).toEqual([
        [readiness, first.definition.title, rewritten, 1, 1],
        [security, 'Security', expect.anything(), 1, 0],
      ]);
      await store.remove([readiness], { now: 4_000 });
      expect((await read()).map(([ref]) => ref)).toEqual([security]);
    });

    it('gives a new version where the definition differs, and only then', async () => {
      const { store } = await createStores();
      await store.publish([publishedWith()], { now: 1_000 });
      const revision = await store.revision();
      const problem = { path: 'filter', message: 'No such fact', range: null };
      await store.publish(
        [publishedWith({}, { problems: [problem], spec: { title: 'Same' } })],
        { now: 2_000 },
      );
      expect(await store.get(readiness)).toMatchObject({
        version: 1,
        publishedAt: 1_000,
        problems: [problem],
        spec: { title: 'Same' },
      });
      expect(await store.revision()).toBe(revision);

      await store.publish([publishedWith({ title: 'Ready' })], { now: 3_000 });
      expect(await store.get(readiness)).toMatchObject({
        version: 2,
        publishedAt: 3_000,
        problems: [],
      });
      expect(await store.revision()).not.toBe(revision);
      const versions = await store.listVersions(readiness, { limit: 10 });
      expect(versions.map(({ version }) => version)).toEqual([2, 1]);
      expect(
        await store.listVersions(readiness, { limit: 1, before: 2 }),
      ).toEqual([versions[1]]);
      expect(await store.getVersion(readiness, 1)).toEqual(versions[1]);
      expect(await store.getVersion(readiness, 3)).toBeUndefined();
    });

    it('leaves work for what differs, of everything that can be scored', async () => {
      const stores = await createStores();
      const { store } = stores;
      const publish = (part: object, now: number) =>
        workOf(stores, () => store.publish([publishedWith(part)], { now }));
      const { checks } = definitionWith();
      const [description, owner] = checks;

      expect(await publish({}, 1)).toEqual(
        entities.map(ref => `${ref} ${readiness} null null 1`),
      );
      expect(await publish({}, 2)).toEqual([]);
      expect(
        await publish({ title: 'Ready', description: 'What it takes' }, 3),
      ).toEqual([]);
      const harder = { ...owner, expression: 'catalog.owner == "a"' };
      expect(await publish({ checks: [description, harder] }, 4)).toEqual(
        entities.map(ref => `${ref} ${readiness} has-owner null 4`),
      );
      const added = checkWith({ id: 'has-docs', level: 'Bronze' });
      expect(await publish({ checks: [added, harder] }, 5)).toEqual(
        entities.map(
          ref => `${ref} ${readiness} has-description,has-docs null 5`,
        ),
      );
      expect((await store.get(readiness))?.slots).toEqual([
        'has-description',
        'has-owner',
        'has-docs',
      ]);
      expect(
        await publish({ checks: [added, harder], filter: 'true' }, 6),
      ).toEqual(entities.map(ref => `${ref} ${readiness} null null 6`));
    });

    it('leaves work for scorecards that ask for a level of another, also when that one ends', async () => {
      const stores = await createStores();
      const { store } = stores;
      const dependant = publishedWith({
        ref: security,
        requires: [{ scorecard: readiness, level: 'Bronze' }],
      });
      await store.publish([dependant], { now: 1 });
      expect(
        await workOf(stores, () =>
          store.publish([publishedWith()], { now: 2 }),
        ),
      ).toEqual(
        entities.flatMap(ref => [
          `${ref} ${readiness} null null 2`,
          `${ref} ${security} null null 2`,
        ]),
      );
      expect(
        await workOf(stores, () => store.remove([readiness], { now: 3 })),
      ).toEqual(entities.map(ref => `${ref} ${security} null null 3`));
    });

    it('ends a scorecard, whose name may then be used anew with its history', async () => {
      const stores = await createStores();
      const { store } = stores;
      await store.publish([publishedWith()], { now: 1 });
      const revisions = [await store.revision()];
      await store.remove([readiness, 'scorecard:default/none'], { now: 2 });
      revisions.push(await store.revision());
      expect(await store.list()).toEqual([]);
      expect(await store.get(readiness)).toMatchObject({ removedAt: 2 });
      await store.remove([readiness], { now: 3 });
      await store.noteProblems(
        new Map([[readiness, [{ path: '', message: 'Gone', range: null }]]]),
      );
      expect(await store.get(readiness)).toMatchObject({
        removedAt: 2,
        problems: [],
      });

      expect(
        await workOf(stores, () =>
          store.publish(
            [publishedWith({}, { origin: 'portal', replaces: null })],
            { now: 4 },
          ),
        ),
      ).toHaveLength(2);
      revisions.push(await store.revision());
      expect(await store.get(readiness)).toMatchObject({
        origin: 'portal',
        version: 2,
        removedAt: null,
        publishedAt: 4,
      });
      expect(new Set(revisions).size).toBe(3);
    });

    it('notes what is wrong with those that hold', async () => {
      const { store } = await createStores();
      await store.publish([publishedWith()], { now: 1 });
      const problem = {
        path: 'checks[0].expression',
        message: 'No such fact',
        range: { from: 0, to: 4 },
      };
      await store.noteProblems(new Map([[readiness, [problem]]]));
      expect(await store.get(readiness)).toMatchObject({
        version: 1,
        problems: [problem],
      });
    });

    it('refuses to overwrite what somebody else published, all or none', async () => {
      const { store } = await createStores();
      const inPortal = { origin: 'portal', replaces: null } as const;
      await store.publish([publishedWith({}, inPortal)], { now: 1 });
      const refused = (part: object) =>
        store.publish(
          [
            publishedWith({ ref: security }),
            publishedWith({ title: 'Other' }, part),
          ],
          { now: 2 },
        );
      await expect(refused(inPortal)).rejects.toThrow(
        'Version 1 of scorecard:default/readiness holds',
      );
      await expect(refused({ ...inPortal, replaces: 2 })).rejects.toThrow(
        'Version 1 of scorecard:default/readiness holds',
      );
      await expect(refused({})).rejects.toThrow(
        'scorecard:default/readiness is written in the portal already',
      );
      expect(await store.get(security)).toBeUndefined();
      await store.publish(
        [publishedWith({ title: 'Other' }, { origin: 'portal', replaces: 1 })],
        { now: 3 },
      );
      await store.remove([readiness], { now: 4 });
      await expect(refused({ ...inPortal, replaces: 2 })).rejects.toThrow(
        'scorecard:default/readiness does not hold any more',
      );
      await store.publish([publishedWith()], { now: 5 });
      await expect(refused(inPortal)).rejects.toThrow(
        'scorecard:default/readiness is written in the catalog',
      );
    });
  },
);
