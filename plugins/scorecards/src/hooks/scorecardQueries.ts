import type {
  EntityScorecards,
  OpmodelApi,
  ScorecardDetail,
  ScorecardDocument,
  ScorecardExplanation,
  ScorecardHeatMap,
  ScorecardList,
  ScorecardSeries,
  ScorecardSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** While something is known that is not evaluated yet, the answer is asked for again. Milliseconds. */
const WAITING_MS = 3_000;

/** Where an entity stands, and what is in a scope. */
export function useEntityScorecards(
  entityRef: string,
): QueryState<EntityScorecards> {
  const api = useOpmodelApi();
  return useQueryState({
    key: entityRef,
    subject: entityRef,
    request: signal => api.getEntityScorecards(entityRef, { signal }),
    refreshAfter: ({ waiting }) => (waiting ? WAITING_MS : undefined),
  });
}

/** A check of a scorecard. */
export interface CheckId {
  scorecardRef: string;
  checkId: string;
}

/** How a verdict came about. */
export function useCheckExplanation(
  entityRef: string,
  check: CheckId | undefined,
): QueryState<ScorecardExplanation> {
  const api = useOpmodelApi();
  const { scorecardRef = '', checkId = '' } = check ?? {};
  const key = `${entityRef} ${scorecardRef} ${checkId}`;
  return useQueryState({
    key,
    subject: key,
    enabled: check !== undefined,
    request: signal =>
      api.explainScorecardCheck(
        entityRef,
        { scorecard: scorecardRef, check: checkId },
        { signal },
      ),
  });
}

/** Every scorecard over a selection. */
export function useScorecardSummary(
  query: NonNullable<Parameters<OpmodelApi['getScorecardSummary']>[0]>,
): QueryState<ScorecardSummary> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query),
    subject: 'summary',
    request: signal => api.getScorecardSummary(query, { signal }),
  });
}

/** Every scorecard that there is. */
export function useScorecards(): QueryState<ScorecardList> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'scorecards',
    subject: 'scorecards',
    request: signal => api.listScorecards({ signal }),
  });
}

/** One scorecard as it holds. */
export function useScorecard(
  scorecardRef: string,
): QueryState<ScorecardDetail> {
  const api = useOpmodelApi();
  return useQueryState({
    key: scorecardRef,
    subject: scorecardRef,
    request: signal => api.getScorecard(scorecardRef, { signal }),
  });
}

/** A scorecard as a document for the catalog. */
export function useScorecardDocument(
  scorecardRef: string,
  version: number | undefined,
): QueryState<ScorecardDocument> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${scorecardRef} ${version ?? ''}`,
    subject: scorecardRef,
    request: signal =>
      api.getScorecardDocument(
        scorecardRef,
        version === undefined ? {} : { version },
        { signal },
      ),
  });
}

/** Teams, systems or tiers beside the checks of a scorecard. */
export function useHeatMap(
  query: Parameters<OpmodelApi['getScorecardHeatMap']>[0] | undefined,
): QueryState<ScorecardHeatMap> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query ?? null),
    subject: `${query?.scorecard} ${query?.by}`,
    enabled: query !== undefined,
    request: signal => api.getScorecardHeatMap(query!, { signal }),
  });
}

/** Levels and shares of a scorecard over time. */
export function useScorecardSeries(
  query: Parameters<OpmodelApi['getScorecardSeries']>[0] | undefined,
): QueryState<ScorecardSeries> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(query ?? null),
    subject: query?.scorecard ?? '',
    enabled: query !== undefined,
    request: signal => api.getScorecardSeries(query!, { signal }),
  });
}
