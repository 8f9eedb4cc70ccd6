import { parseEntityRef } from '@backstage/catalog-model';
import type {
  CampaignItem,
  CampaignItemCheck,
  CampaignItemPage,
  PairStanding,
  ScorecardCheck,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import type { ResultStore, ScorecardResult } from '../evaluation/ResultStore';
import type { FactProviders } from '../facts/FactProviders';
import type { ReadableFacts } from '../facts/ReadableFacts';
import type {
  CheckExpressions,
  ReadScorecard,
} from '../reading/CheckExpressions';
import { type CheckContext, describeCheck } from '../reading/describeCheck';
import type { ScorecardDirectory } from '../reading/ScorecardDirectory';
import { ToldFacts } from '../reading/ToldFacts';
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
    facts: ReadableFacts;
    directory: Pick<ScorecardDirectory, 'nameOwners'>;
    expressions: Pick<CheckExpressions, 'of'>;
    providers: Pick<FactProviders, 'list'>;
    clock: () => number;
  };

  constructor(options: {
    pairs: Pick<CampaignPairStore, 'list'>;
    results: Pick<ResultStore, 'read'>;
    facts: ReadableFacts;
    directory: Pick<ScorecardDirectory, 'nameOwners'>;
    expressions: Pick<CheckExpressions, 'of'>;
    providers: Pick<FactProviders, 'list'>;
    /** Epoch milliseconds. */
    clock: () => number;
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
    const { expressions, providers, clock } = this.#options;
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
      facts.read(refs, visibility),
      directory.nameOwners(
        page.map(({ ownerRef }) => ownerRef),
        visibility,
      ),
    ]);
    const last = page[page.length - 1];
    const checks = emphasisedChecks(scorecard, campaign.emphasis);
    const read = expressions.of(scorecard);
    const now = clock();
    return {
      items: page.map((entity): CampaignItem => {
        const { entityRef, title, ownerRef, tier, position } = entity;
        const { kind, name } = parseEntityRef(entityRef);
        return {
          entityRef,
          title,
          ...nameOwner(ownerRef),
          tier,
          open: position.open,
          checks: describeChecks(entity, checks, read, {
            result: found.find(one => one.entityRef === entityRef),
            entity: { ref: entityRef, kind, name, title },
            facts: new ToldFacts(
              known.filter(one => one.entityRef === entityRef),
              providers,
              now,
            ),
            exemption: null,
            nameOwner,
            now,
          }),
        };
      }),
      totalItems: total,
      nextCursor:
        last && items.length > limit ? encodeCursor(last.position, list) : null,
    };
  }
}

/** The checks that are asked of an entity, each with what its own tab says is wrong. */
function describeChecks(
  { standings }: PairEntity,
  checks: readonly ScorecardCheck[],
  read: ReadScorecard,
  {
    result,
    ...context
  }: CheckContext & { result: ScorecardResult | undefined },
): CampaignItemCheck[] {
  return checks.flatMap((check, at) => {
    const standing = standings[at];
    if (!standing) {
      return [];
    }
    const { checkId, name, state, since, message, detail } = describeCheck(
      check,
      read.checks.get(check.id),
      result?.verdicts.get(check.id),
      context,
    );
    return [
      { checkId, name, state, standing, since, message: message ?? detail },
    ];
  });
}
