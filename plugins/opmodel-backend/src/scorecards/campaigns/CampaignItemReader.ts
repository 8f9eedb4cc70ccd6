import {
  type CampaignItemPage,
  type CampaignItemCheck,
  fillTemplate,
  type PairStanding,
  type ScorecardCheck,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import type { ResultStore, ScorecardResult } from '../evaluation/ResultStore';
import type { FactStore, KnownFacts } from '../facts/FactStore';
import type { ScorecardDirectory } from '../reading/ScorecardDirectory';
import { emphasisedChecks, pairsOf } from './campaignChecks';
import type {
  CampaignPairStore,
  PairEntity,
  PairPosition,
} from './CampaignPairStore';
import type { VisibleCampaign } from './VisibleCampaigns';

/** Which entities of a campaign are asked for, and how many. */
export interface CampaignItemsRequest {
  owners?: string[];
  descendants: boolean;
  /** Only entities of which any check stands so. */
  state?: PairStanding;
  limit: number;
  cursor?: string;
}

/** Lists what a campaign asks of each entity, those with most to do first. */
export class CampaignItemReader {
  readonly #options: {
    pairs: Pick<CampaignPairStore, 'list'>;
    results: Pick<ResultStore, 'read'>;
    facts: Pick<FactStore, 'read'>;
    directory: Pick<ScorecardDirectory, 'nameOwners'>;
  };

  constructor(options: {
    pairs: Pick<CampaignPairStore, 'list'>;
    results: Pick<ResultStore, 'read'>;
    facts: Pick<FactStore, 'read'>;
    directory: Pick<ScorecardDirectory, 'nameOwners'>;
  }) {
    this.#options = options;
  }

  /** @throws InputError when the cursor is not one that this list gave */
  async list(
    visible: VisibleCampaign,
    { limit, cursor, ...request }: CampaignItemsRequest,
    visibility: Visibility,
  ): Promise<CampaignItemPage> {
    const { pairs, results, facts, directory } = this.#options;
    const { campaign, scorecard } = visible;
    const { owners, descendants, state } = request;
    const list = { ...request, campaign: campaign.id };
    const after = decodeCursor<PairPosition>(
      cursor,
      { open: ['int32'], name: ['string'], ref: ['string'] },
      list,
    );
    const { items, total } = await pairs.list(
      {
        ...pairsOf(campaign, scorecard, visibility),
        owners: owners && { refs: owners, descendants },
      },
      { standing: state, limit: limit + 1, after },
    );
    const page = items.slice(0, limit);
    const refs = page.map(({ entityRef }) => entityRef);
    const [found, known, nameOwner] = await Promise.all([
      results.read(refs, [campaign.scorecardRef]),
      facts.read(refs),
      directory.nameOwners(
        page.map(({ ownerRef }) => ownerRef),
        visibility,
      ),
    ]);
    const last = page[page.length - 1];
    const checks = emphasisedChecks(scorecard, campaign.emphasis);
    return {
      items: page.map(entity => {
        const { entityRef, title, ownerRef, tier, position } = entity;
        return {
          entityRef,
          title,
          ...nameOwner(ownerRef),
          tier,
          open: position.open,
          checks: describeChecks(
            entity,
            checks,
            found.find(one => one.entityRef === entityRef),
            known.filter(one => one.entityRef === entityRef),
          ),
        };
      }),
      totalItems: total,
      nextCursor:
        last && items.length > limit ? encodeCursor(last.position, list) : null,
    };
  }
}

/** The checks that are asked of an entity. */
function describeChecks(
  { title, standings }: PairEntity,
  checks: readonly ScorecardCheck[],
  result: ScorecardResult | undefined,
  facts: readonly KnownFacts[],
): CampaignItemCheck[] {
  return checks.flatMap((check, at) => {
    const standing = standings[at];
    const verdict = result?.verdicts.get(check.id);
    if (!standing || !verdict) {
      return [];
    }
    const { state, since, value, detail } = verdict;
    const { failureMessage } = check;
    return [
      {
        checkId: check.id,
        name: check.name,
        state,
        standing,
        since: toInstant(since),
        message:
          state === 'failed' && failureMessage
            ? fillTemplate(
                failureMessage,
                new Map<string, boolean | number | string | null>([
                  ...facts.flatMap(namedFacts),
                  ['entity.name', title],
                  ['value', value],
                ]),
              )
            : detail,
      },
    ];
  });
}

function namedFacts({
  provider,
  facts,
}: KnownFacts): [string, boolean | number | string | null][] {
  return Object.entries(facts).map(([name, value]) => [
    `${provider}.${name}`,
    typeof value === 'object' && value !== null ? value.join(', ') : value,
  ]);
}
