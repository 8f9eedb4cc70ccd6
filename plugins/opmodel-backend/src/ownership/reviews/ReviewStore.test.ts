import { ownership2026Definition } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type { ComponentSelection } from '../../catalog/ComponentSelection';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import type { AssessedState, AssessmentStore } from '../AssessmentStore';
import { DatabaseAssessmentStore } from '../DatabaseAssessmentStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { FakeOwnershipStore } from '../FakeOwnershipStore';
import { reviewDueDays } from '../reviewState';
import { DatabaseReviewStore } from './DatabaseReviewStore';
import { FakeReviewStore } from './FakeReviewStore';
import { reviewPositionOf } from './reviewOrder';
import type { ReviewEvent, ReviewPosition, ReviewStore } from './ReviewStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(60_000);

const DAY = 86_400_000;
const now = Date.parse('2026-06-01T12:00:00Z');
const shop = 'group:default/shop';
const ref = (name: string) => `component:default/${name}`;
const org: ComponentSelection = {
  scopeRef: 'org',
  ownership: 'now',
  kinds: 'any',
  visibility: seesAll,
};

interface Stores {
  catalog: SnapshotStore;
  assessments: AssessmentStore;
  reviews: ReviewStore;
}

/** By name the days until the last confirmation ends; null: there is none. */
const days: Record<string, number | null> = {
  late: -1,
  later: -100,
  atOnce: 0,
  soon: reviewDueDays,
  fresh: reviewDueDays + 1,
  fresher: 300,
  never: null,
  neither: null,
};
const names = Object.keys(days);

const stateOf = (name: string): AssessedState => {
  const left = days[name];
  return {
    entityRef: ref(name.toLowerCase()),
    ownerRef: shop,
    tier: null,
    reached: 6,
    gaps: [],
    rungs: [],
    verifiedAt: left === null ? null : now + (left - 365) * DAY,
    expiresAt: left === null ? null : now + left * DAY,
  };
};

const event = (overrides: Partial<ReviewEvent> = {}): ReviewEvent => ({
  id: 'one',
  entityRef: ref('late'),
  ownerRef: shop,
  kind: 'confirmed',
  at: now - 366 * DAY,
  by: 'user:default/ada',
  toRef: null,
  note: 'Ours – ä 😀',
  ...overrides,
});

eachStore<Stores>(
  {
    name: 'ReviewStore',
    fake() {
      const catalog = new FakeComponentCatalog();
      const ownership = new FakeOwnershipStore(catalog);
      return {
        catalog,
        assessments: ownership,
        reviews: new FakeReviewStore(catalog, ownership),
      };
    },
    database: (knex: Knex) => ({
      catalog: new DatabaseSnapshotStore(knex),
      assessments: new DatabaseAssessmentStore(knex),
      reviews: new DatabaseReviewStore(knex),
    }),
  },
  createStores => {
    let reviews: ReviewStore;
    let assessments: AssessmentStore;

    beforeEach(async () => {
      const stores = await createStores();
      ({ reviews, assessments } = stores);
      await scanEntities(stores.catalog, [
        entityOf(shop),
        ...names.map(name =>
          entityOf(ref(name.toLowerCase()), {
            ownedBy: shop,
            title: `The ${name}`,
          }),
        ),
      ]);
      const { revision } = await assessments.progress();
      await assessments.keep({
        states: names.map(stateOf),
        basis: revision,
        definition: ownership2026Definition,
        hash: 'hash',
        day: '2026-06-01',
        now,
      });
    });

    const list = async (
      state?: 'verified' | 'due' | 'overdue' | 'never',
      visibility: Visibility = seesAll,
    ) => {
      const { items, total } = await reviews.listRows(
        { ...org, visibility },
        { state, now, limit: 100 },
      );
      expect(total).toBe(items.length);
      return items.map(({ title }) => title.replace('The ', ''));
    };
    const inOrder = [
      'later',
      'late',
      'atOnce',
      'soon',
      'neither',
      'never',
      'fresh',
      'fresher',
    ];

    it('puts first what is due first, then what nobody has confirmed', async () => {
      expect(await list()).toEqual(inOrder);
      expect(await list('overdue')).toEqual(['later', 'late', 'atOnce']);
      expect(await list('due')).toEqual(['soon']);
      expect(await list('never')).toEqual(['neither', 'never']);
      expect(await list('verified')).toEqual(['fresh', 'fresher']);
    });

    it('goes through the list page by page', async () => {
      const walked: string[] = [];
      for (let after: ReviewPosition | undefined; ; ) {
        const { items, total } = await reviews.listRows(org, {
          now,
          limit: 3,
          after,
        });
        expect(total).toBe(8);
        walked.push(...items.map(({ title }) => title.replace('The ', '')));
        if (items.length < 3) {
          break;
        }
        after = reviewPositionOf(items.at(-1)!, now);
      }
      expect(walked).toEqual(inOrder);
    });

    it('shows what may be seen alone', async () => {
      const some: Visibility = {
        type: 'refs',
        refs: new Set([ref('late'), ref('never')]),
      };
      expect(await list(undefined, some)).toEqual(['late', 'never']);
      expect(await list(undefined, seesNone)).toEqual([]);
      expect(await reviews.getRow(ref('soon'), some)).toBeUndefined();
      expect(await reviews.getRow(ref('none'), seesAll)).toBeUndefined();
      await reviews.add(event());
      await reviews.add(event({ id: 'two', entityRef: ref('soon') }));
      expect(await reviews.listEvents(ref('late'), some)).toEqual([event()]);
      expect(await reviews.listEvents(ref('soon'), some)).toEqual([]);
    });

    it('knows who confirmed it last', async () => {
      expect(
        (await reviews.getRow(ref('late'), seesAll))?.verifiedBy,
      ).toBeNull();
      await reviews.add(event());
      await reviews.add(
        event({ id: 'before', at: now - 900 * DAY, by: 'user:default/bo' }),
      );
      expect(await reviews.getRow(ref('late'), seesAll)).toEqual({
        entityRef: ref('late'),
        kind: 'component',
        title: 'The late',
        tier: null,
        ownerRef: shop,
        verifiedAt: now - 366 * DAY,
        verifiedBy: 'user:default/ada',
        expiresAt: now - DAY,
      });
    });

    it('keeps an event once, whoever tells it again, oldest first', async () => {
      const asked = event({
        id: 'b',
        kind: 'hand_over_requested',
        at: now,
        toRef: 'group:default/mail',
      });
      const taken = event({
        id: 'a',
        kind: 'hand_over_accepted',
        at: now,
        ownerRef: null,
        by: null,
        note: null,
      });
      const first = event({ id: 'z', at: 1 });
      for (const one of [asked, taken, first, asked, { ...asked, note: 'x' }]) {
        await reviews.add(one);
      }
      expect(await reviews.listEvents(ref('late'), seesAll)).toEqual([
        first,
        taken,
        asked,
      ]);
    });
  },
);
