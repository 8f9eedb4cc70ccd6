import {
  type AttentionItem,
  dayOf,
  type OwnershipDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import { organisationScope } from '../catalog/scopesOf';
import type { Visibility } from '../catalog/Visibility';
import { toInstant } from '../lib/instants';
import type { OwnershipFinding, OwnershipStore } from './OwnershipStore';

/**
 * What ownership asks people to look at. None of it is told at once: all of it waits for the weekly digest, and for whoever opens the
 * home page.
 */
export class OwnershipAttention {
  readonly #options: {
    store: Pick<OwnershipStore, 'listFindings'>;
    definition: OwnershipDefinition;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    store: Pick<OwnershipStore, 'listFindings'>;
    definition: OwnershipDefinition;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * @param owners - only what these and the groups below them own; absent: all
   */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const { store, definition, zone, clock } = this.#options;
    const findings = await store.listFindings(
      {
        scopeRef: organisationScope,
        ownership: 'now',
        kinds: 'any',
        filter: owners && { ownerRefs: owners, descendants: true },
        visibility,
      },
      { tiers: heaviestTiers(definition), today: dayOf(clock(), zone) },
    );
    return findings.flatMap(finding => this.#itemsOf(finding));
  }

  #itemsOf(finding: OwnershipFinding): AttentionItem[] {
    const { definition, zone } = this.#options;
    const { gaps, tier, ownerRef, sinceDay, expiresAt, overdue } = finding;
    const items: AttentionItem[] = [];
    if (
      gaps.includes('unowned') &&
      heaviestTiers(definition).includes(tier ?? '')
    ) {
      items.push({
        ...identify(finding, 'owner-missing'),
        since: sinceDay,
        urgency: 'soon',
        values: { tier },
      });
    }
    if (gaps.includes('dangling_owner')) {
      items.push({
        ...identify(finding, 'owner-dangling'),
        since: sinceDay,
        urgency: 'soon',
        values: { owner: ownerRef },
      });
    }
    if (overdue.length > 0) {
      const [{ gap, dueDay }] = overdue;
      items.push({
        ...identify(finding, 'ownership-gap-overdue'),
        since: dueDay,
        urgency: 'soon',
        values: { gap, due: dueDay },
      });
    }
    if (gaps.includes('review_overdue') && expiresAt !== null) {
      items.push({
        ...identify(finding, 'ownership-review-overdue'),
        since: toInstant(expiresAt),
        urgency: 'later',
        values: { expired: dayOf(expiresAt, zone) },
      });
    }
    return items;
  }
}

/** The tiers on which most depends; none where all weigh the same. */
function heaviestTiers({ tierWeights }: OwnershipDefinition): string[] {
  const heaviest = Math.max(...Object.values(tierWeights));
  return Object.keys(tierWeights).filter(
    tier =>
      tier !== 'default' &&
      tierWeights[tier] === heaviest &&
      heaviest > tierWeights.default,
  );
}

function identify<Kind extends AttentionItem['kind']>(
  { entityRef, title, ownerRef }: OwnershipFinding,
  kind: Kind,
) {
  return {
    id: `ownership:${kind}:${entityRef}`,
    subject: 'ownership',
    kind,
    entityRef,
    entityTitle: title,
    ownerRef,
  };
}
