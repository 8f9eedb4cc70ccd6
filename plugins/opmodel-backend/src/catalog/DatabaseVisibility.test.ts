import { stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { DatabaseCatalogStore } from './DatabaseCatalogStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { whereEntityVisible, whereVisible } from './DatabaseVisibility';
import { FakeCatalogStore } from './FakeCatalogStore';
import type { EntityCondition, Visibility } from './Visibility';

const groups = ['group:default/a', 'group:default/b'];
const words = ['x', 'Y', 'x%_', "o'x", 'é', ''];

const entity = fc.record({
  kind: fc.constantFrom('Component', 'API', 'Group'),
  labels: fc.dictionary(
    fc.constantFrom('one', 'Two'),
    fc.constantFrom(...words),
  ),
  annotations: fc.dictionary(
    fc.constantFrom('a.example.com/one', 'TWO'),
    fc.constantFrom(...words, 'long'.repeat(60)),
  ),
  tags: fc.uniqueArray(fc.constantFrom('java', 'web')),
  ownedBy: fc.uniqueArray(fc.constantFrom(...groups)),
  type: fc.constantFrom(...words, undefined),
});

const keys = [
  'kind',
  'metadata.labels.ONE',
  'metadata.labels.two',
  'metadata.annotations.a.example.com/one',
  'metadata.annotations.two',
  'metadata.tags',
  'metadata.tags.java',
  'spec.type',
  'relations.ownedBy',
  'spec.unknown',
];
const values = [...words, 'component', 'API', 'true', 'java', ...groups];

const { condition: anyCondition } = fc.letrec<{ condition: EntityCondition }>(
  tie => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record(
        {
          key: fc.constantFrom(...keys),
          values: fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 }),
        },
        { requiredKeys: ['key'] },
      ),
      fc.record({ not: tie('condition') }),
      fc.record({ allOf: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ anyOf: fc.array(tie('condition'), { maxLength: 3 }) }),
    ),
  }),
);

eachDatabase('whereVisible', createDatabase => {
  let knex: Knex;
  let fake: FakeCatalogStore;

  beforeAll(async () => {
    knex = await createDatabase();
    fake = new FakeCatalogStore();
    const described = fc.sample(entity, { numRuns: 60, seed: 1 });
    const entities = described.map(({ kind, type, ...rest }, i) =>
      entityOf(`${kind}:default/e${i}`, { ...rest, spec: { type } }),
    );
    await scanEntities(fake, entities);
    await scanEntities(new DatabaseSnapshotStore(knex), entities);
  });

  it('answers any condition as the evaluation in memory does', async () => {
    const store = new DatabaseCatalogStore(knex);
    await fc.assert(
      fc.asyncProperty(anyCondition, async asked => {
        const visibility: Visibility = { type: 'condition', condition: asked };
        const expected = await fake.listRefs(visibility);
        expect(await store.listRefs(visibility)).toEqual(expected);
        const rows = knex('ownership_spans');
        whereVisible(rows, visibility, 'ownership_spans.entity_ref');
        const owned: string[] = await rows.pluck('ownership_spans.entity_ref');
        expect(owned.sort()).toEqual(
          expected.filter(ref => !ref.startsWith('group:')),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('decides of a removed entity by what it was', async () => {
    const removedKnex = await createDatabase();
    const removedFake = new FakeCatalogStore();
    const described = fc.sample(entity, { numRuns: 40, seed: 2 });
    const entities = described.map(({ kind, type, ...rest }, i) =>
      entityOf(`${kind}:default/e${i}`, { ...rest, spec: { type } }),
    );
    const snapshots = [removedFake, new DatabaseSnapshotStore(removedKnex)];
    for (const snapshot of snapshots) {
      await scanEntities(snapshot, entities);
      await scanEntities(snapshot, entities.slice(20), {
        now: Date.UTC(2026, 10, 3),
      });
    }
    const refs = entities.map(one => stringifyEntityRef(one));
    const store = new DatabaseCatalogStore(removedKnex);
    await fc.assert(
      fc.asyncProperty(anyCondition, async asked => {
        const visibility: Visibility = { type: 'condition', condition: asked };
        const list = async (from: typeof store | typeof removedFake) =>
          (
            await from.getEntities(refs, visibility, { includeRemoved: true })
          ).map(({ ref, removedAt }) => [ref, removedAt]);
        expect(await list(store)).toEqual(await list(removedFake));
      }),
      { numRuns: 60 },
    );
  });

  it('hides rows of entities that the snapshot has never seen from every condition', async () => {
    const visible = async (
      visibility: Visibility,
      limit: typeof whereVisible,
    ) => {
      const rows = knex.from(
        knex
          .raw("select 'component:default/unseen' as entity_ref")
          .wrap('(', ') as recorded'),
      );
      limit(rows, visibility, 'recorded.entity_ref');
      return (await rows.select('recorded.entity_ref')).length;
    };
    const negated: EntityCondition = { not: { key: 'kind', values: ['api'] } };
    for (const limit of [whereVisible, whereEntityVisible]) {
      const condition = { type: 'condition', condition: negated } as const;
      expect(await visible(condition, limit)).toBe(0);
      const refs = { type: 'refs', refs: new Set<string>() } as const;
      expect(await visible(refs, limit)).toBe(0);
      expect(await visible({ type: 'none' }, limit)).toBe(0);
      expect(await visible({ type: 'all' }, limit)).toBe(1);
    }
  });
});
