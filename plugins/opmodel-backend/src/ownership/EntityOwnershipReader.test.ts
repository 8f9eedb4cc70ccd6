import { ownership2026Definition as definition } from '@opmodel/backstage-plugin-opmodel-common';
import type { Entity } from '@backstage/catalog-model';
import type { Visibility } from '../catalog/Visibility';
import { seesAll } from '../catalog/Visibility';
import { entityOf, scanEntities } from '../testing/catalog';
import { EntityOwnershipReader } from './EntityOwnershipReader';
import { FakeComponentCatalog } from '../catalog/FakeComponentCatalog';
import { FakeOwnershipStore } from './FakeOwnershipStore';
import { noOnCallReader } from './OnCallReader';
import { OwnershipAssessor } from './OwnershipAssessor';
import { OwnershipSummaryReader } from './OwnershipSummaryReader';
import { OwnershipWorldReader } from './OwnershipWorldReader';
import { noRepositoryOwnershipReader } from './RepositoryOwnershipReader';
import { noReviewReader } from './ReviewReader';

const cart = 'component:default/cart';
const [shop, secret, ended, never] = ['shop', 'secret', 'ended', 'never'].map(
  name => `group:default/${name}`,
);
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

describe('a report on the ownership of an entity', () => {
  async function readAfter(owners: string[], visibility: Visibility) {
    const catalog = new FakeComponentCatalog();
    const store = new FakeOwnershipStore(catalog);
    let now = 0;
    const common = {
      catalog,
      store,
      assessments: store,
      definition,
      zone: 'UTC',
      clock: () => now,
    };
    const assessor = new OwnershipAssessor({
      ...common,
      world: new OwnershipWorldReader(common),
    });
    for (const [at, ownedBy] of owners.entries()) {
      now = noon(`2026-03-0${at + 1}`);
      const entities: Entity[] = [
        entityOf(cart, { ownedBy }),
        entityOf(shop),
        entityOf(secret),
        // Is no more in the catalog once somebody else owns it.
        ...(at === 0 ? [entityOf(ended)] : []),
      ];
      await scanEntities(catalog, entities, { now });
      await assessor.assess();
    }
    const reader = new EntityOwnershipReader({
      ...common,
      summaries: new OwnershipSummaryReader(common),
      reviews: noReviewReader,
      onCall: noOnCallReader,
      repositories: noRepositoryOwnershipReader,
      loads: { read: async () => new Map() },
    });
    const entity = await catalog.getEntity(cart, visibility);
    return reader.read(
      entity!,
      {
        entityRef: cart,
        window: {
          from: '2026-03-01',
          to: '2026-03-05',
          days: 5,
          previous: { from: '2026-02-24', to: '2026-02-28' },
        },
        ownership: 'now',
        deliveries: null,
      },
      {
        reads: visibility,
        reviews: visibility,
        person: null,
        ownershipRefs: [],
      },
    );
  }
  const some: Visibility = { type: 'refs', refs: new Set([cart, shop]) };

  it('does not name former owners whom the caller may not see, also such as are no more', async () => {
    const owners = [ended, secret, never, shop];
    const formerOwners = async (visibility: Visibility) =>
      (await readAfter(owners, visibility)).history.map(
        ({ ownerRef }) => ownerRef,
      );
    expect(await formerOwners(seesAll)).toEqual([shop, never, secret, ended]);
    const seen = await readAfter(owners, some);
    expect(seen.history.map(({ ownerRef }) => ownerRef)).toEqual([
      shop,
      // Hides nothing, as there is no such group.
      never,
      null,
      null,
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/secret|ended/);
  });

  it('says of an owner whom the caller may not see no more and nothing else than the ladder does', async () => {
    const hidden = await readAfter([secret], some);
    expect(hidden.ladder!.gaps).not.toContain('dangling_owner');
    expect(hidden.owners).toEqual([
      { ref: secret, title: 'secret', exists: true, primary: true },
    ]);
    expect(hidden.history).toMatchObject([{ ownerRef: secret }]);
    const dangling = await readAfter([never], some);
    expect(dangling.ladder!.gaps).toContain('dangling_owner');
    expect(dangling.owners).toMatchObject([{ ref: never, exists: false }]);
  });
});
