import { mockServices } from '@backstage/backend-test-utils';
import { ownership2026Definition as definition } from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { FakeOwnershipStore } from '../FakeOwnershipStore';
import { OwnershipAssessor } from '../OwnershipAssessor';
import type { OwnershipCaller } from '../OwnershipCaller';
import { OwnershipWorldReader } from '../OwnershipWorldReader';
import { FakeReviewStore } from './FakeReviewStore';
import { ReviewDescriber } from './ReviewDescriber';
import { ReviewService } from './ReviewService';

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const [cart, shop] = ['component:default/cart', 'group:default/shop'];
const owner: OwnershipCaller = {
  person: 'user:default/ada',
  ownershipRefs: ['user:default/ada', shop],
  reads: seesAll,
  reviews: seesAll,
};

async function setUp(annotations: Record<string, string> = {}) {
  const catalog = new FakeComponentCatalog();
  const ownership = new FakeOwnershipStore(catalog);
  const store = new FakeReviewStore(catalog, ownership);
  const time = { now: noon('2026-03-01') };
  const common = {
    catalog,
    definition,
    zone: 'UTC',
    clock: () => time.now,
  };
  const assessor = new OwnershipAssessor({
    ...common,
    store: ownership,
    world: new OwnershipWorldReader({ ...common, store: ownership }),
  });
  await scanEntities(
    catalog,
    [
      entityOf(shop),
      entityOf('user:default/ada', { memberOf: shop }),
      entityOf(cart, { ownedBy: shop, annotations }),
    ],
    time,
  );
  await assessor.assess();
  const assess = jest.fn(async (refs: readonly string[]) => {
    await assessor.assess(refs);
  });
  const logger = mockServices.logger.mock();
  const reviews = new ReviewService({
    ...common,
    store,
    describer: new ReviewDescriber({
      ...common,
      store,
      acceptances: { listRequested: async () => [] },
    }),
    assess,
    logger,
  });
  const listStates = async () =>
    (await reviews.list({ limit: 10, descendants: true }, owner)).items;
  return { assess, assessor, logger, reviews, listStates, time };
}

describe('the confirmation of an ownership', () => {
  it('is answered as kept where its assessment fails, which is made up for soon', async () => {
    const { assess, assessor, logger, reviews, listStates, time } =
      await setUp();
    time.now += 60_000;
    assess.mockRejectedValueOnce(new Error('others assess without an end'));
    const confirmed = await reviews.confirm(cart, { note: 'Ours' }, owner);
    expect(confirmed).toMatchObject({
      state: 'verified',
      verifiedAt: '2026-03-01T12:01:00.000Z',
      verifiedBy: 'user:default/ada',
    });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining(cart),
      expect.objectContaining({ message: 'others assess without an end' }),
    );
    expect(await listStates()).toMatchObject([{ state: 'never' }]);
    await assessor.assessDue();
    expect(await listStates()).toEqual([confirmed]);
    const { items } = await reviews.listEvents(cart, { limit: 10 }, owner);
    expect(items).toMatchObject([{ kind: 'confirmed', note: 'Ours' }]);
  });

  it('may be one that the entity declares', async () => {
    const { reviews, listStates } = await setUp({
      'opmodel.io/ownership-reviewed': '2026-02-27',
    });
    expect(await listStates()).toMatchObject([
      { state: 'verified', verifiedAt: '2026-02-27T00:00:00.000Z' },
    ]);
    const { items } = await reviews.listEvents(cart, { limit: 10 }, owner);
    expect(items).toMatchObject([
      {
        kind: 'confirmed',
        at: '2026-02-27T00:00:00.000Z',
        by: null,
        ownerRef: shop,
      },
    ]);
  });
});
