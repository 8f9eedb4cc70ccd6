import type {
  SuccessionPage,
  SuccessionRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import {
  decodeCursor,
  encodeCursor,
  type PositionShape,
} from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import type { OnCallReader } from '../OnCallReader';
import type { ContributorReader } from './ContributorReader';
import {
  type Carrier,
  readCarriers,
  type SuccessionFilter,
} from './readCarriers';

/** What is asked for. */
export interface SuccessionRequest extends SuccessionFilter {
  limit: number;
  cursor?: string;
}

interface Position {
  tier: string | null;
  ref: string;
}

const positionShape: PositionShape<Position> = {
  tier: ['string', 'null'],
  ref: ['string'],
};

/**
 * Finds systems that rest on one person, by what repositories and on-call systems say. It counts and never names, and its order is by
 * tier and name, so that nobody is ranked.
 */
export class SuccessionService {
  readonly #options: {
    catalog: CatalogStore;
    contributors: ContributorReader;
    onCall: OnCallReader;
  };

  constructor(options: {
    catalog: CatalogStore;
    contributors: ContributorReader;
    onCall: OnCallReader;
  }) {
    this.#options = options;
  }

  /**
   * @param visibility - what is hidden is in no count
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    { limit, cursor, ...filter }: SuccessionRequest,
    visibility: Visibility,
  ): Promise<SuccessionPage> {
    const { catalog } = this.#options;
    const after = decodeCursor(cursor, positionShape, filter);
    const carriers = await readCarriers(catalog, filter, visibility);
    const rows = await this.#describe(carriers, visibility);
    const resting = rows
      .filter(
        ({ knowledgeOnOne, onCallOnOne }) =>
          knowledgeOnOne > 0 || onCallOnOne === true,
      )
      .sort(byTierAndRef);
    const rest = resting.filter(
      row => after === undefined || byTierAndRef(after, row) < 0,
    );
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      totalItems: resting.length,
      nextCursor:
        last && rest.length > limit
          ? encodeCursor({ tier: last.tier, ref: last.ref }, filter)
          : null,
      coverage: {
        systems: rows.length,
        withKnowledge: rows.filter(({ entities }) => entities > 0).length,
        withOnCall: rows.filter(({ onCallOnOne }) => onCallOnOne !== null)
          .length,
      },
    };
  }

  async #describe(
    carriers: readonly Carrier[],
    visibility: Visibility,
  ): Promise<SuccessionRow[]> {
    const { catalog, contributors, onCall } = this.#options;
    const owners = await readOwners(catalog, carriers, visibility);
    const [counts, onCallPeople] = await Promise.all([
      contributors.countContributors(
        carriers.flatMap(({ members }) => members.map(({ ref }) => ref)),
      ),
      onCall.countPeople(
        carriers.map(({ entity }) => ({
          entity,
          owner: owners.get(entity.ownerRef ?? ''),
        })),
      ),
    ]);
    return carriers.map(({ entity, members }) => {
      const known = members.flatMap(({ ref }) => counts.get(ref) ?? []);
      const owner = owners.get(entity.ownerRef ?? '');
      return {
        ref: entity.ref,
        kind: entity.kind,
        title: entity.title ?? entity.name,
        tier: entity.tier ?? null,
        ownerRef: entity.ownerRef ?? null,
        ownerTitle: owner ? owner.title ?? owner.name : null,
        entities: known.length,
        knowledgeOnOne: known.filter(({ contributors: people }) => people === 1)
          .length,
        onCallOnOne: onCallPeople.has(entity.ref)
          ? onCallPeople.get(entity.ref) === 1
          : null,
        // The oldest reading says how fresh all of it is.
        asOf: toInstant(
          known.length === 0
            ? null
            : known.reduce(
                (oldest, { asOf }) => Math.min(oldest, asOf),
                Infinity,
              ),
        ),
      };
    });
  }
}

async function readOwners(
  catalog: CatalogStore,
  carriers: readonly Carrier[],
  visibility: Visibility,
): Promise<ReadonlyMap<string, CatalogEntity>> {
  const owners = await catalog.getEntities(
    new Set(carriers.flatMap(({ entity }) => entity.ownerRef ?? [])),
    visibility,
  );
  return new Map(owners.map(owner => [owner.ref, owner]));
}

/** What has a tier first, in the order of the tiers' names. */
function byTierAndRef(a: Position, b: Position): number {
  if (a.tier !== b.tier) {
    if (a.tier === null || b.tier === null) {
      return a.tier === null ? 1 : -1;
    }
    return a.tier < b.tier ? -1 : 1;
  }
  if (a.ref === b.ref) {
    return 0;
  }
  return a.ref < b.ref ? -1 : 1;
}
