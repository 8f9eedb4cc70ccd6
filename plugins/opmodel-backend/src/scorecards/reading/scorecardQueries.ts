import type {
  OpmodelApi,
  VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AskedSelection } from './AuthorizedScorecardService';
import type { PageOf, ScoredEntitiesRequest } from './ScoredEntityReader';
import type { ScoredEntityOrder } from './ScorecardReadStore';

type SummaryQuery = NonNullable<
  Parameters<OpmodelApi['getScorecardSummary']>[0]
>;
type EntityQuery = NonNullable<Parameters<OpmodelApi['listScoredEntities']>[0]>;

/** Rows of a page where nothing is said. */
const USUAL_PAGE = 20;

/** Which page a query asks for. */
export function readPage(
  query: { limit?: number; cursor?: string },
  usual: number = USUAL_PAGE,
): PageOf {
  return { limit: query.limit ?? usual, cursor: query.cursor };
}

/** Which entities a query selects. */
export function readSelection(
  query: Omit<SummaryQuery, 'scorecard'>,
): AskedSelection {
  return {
    filter: {
      ownerRefs: query.owner?.map(lower),
      descendants:
        query.owner === undefined ? undefined : query.descendants ?? true,
      systemRef: query.system && lower(query.system),
      domainRef: query.domain && lower(query.domain),
      type: query.type,
      tier: query.tier,
      lifecycle: query.lifecycle,
      text: query.text,
    },
    kind: query.kind && lower(query.kind),
  };
}

/** The scorecard that a query names, where it has to. */
export function readScorecard(query: { scorecard?: string }): {
  scorecardRef: string;
} {
  return { scorecardRef: lower(query.scorecard ?? '') };
}

/** Which entities of the fleet a query asks for. */
export function readEntities(query: EntityQuery): ScoredEntitiesRequest {
  const sort = query.sort ?? 'level';
  return {
    ...readPage(query),
    scorecardRef: query.scorecard && lower(query.scorecard),
    rank: query.level,
    checkId: query.check,
    state: query.state as VerdictState | undefined,
    order: sort.replace('-', '') as ScoredEntityOrder,
    descending: sort.startsWith('-'),
  };
}

/** As refs are kept. */
export function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
