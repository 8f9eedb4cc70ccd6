import type {
  ErrorBudgetPolicyReport,
  ReleaseGateDecisionPage,
  SloDays,
  SloDetail,
  SloExplanation,
  SloProposals,
  SloReport,
  SloSeries,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  type QueryState,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { SloWindowQuery } from './useSloWindow';

/** SLOs of one entity or scope that are asked for at once. */
const SLOS_OF_ENTITY = 25;
const DECISIONS = 10;

/** The objectives of an entity, or of everything in a scope, the worst first. */
export function useEntitySlos(entityRef: string): RowPages<SloReport> {
  const api = useOpmodelApi();
  return useRowPages(
    {
      filter: { entityRef },
      requestPage: (page, signal) =>
        api.getEntitySlos(entityRef, page, { signal }),
    },
    { rowsPerPage: SLOS_OF_ENTITY },
  );
}

/** One SLO with its document. */
export function useSlo(sloRef: string): QueryState<SloDetail> {
  const api = useOpmodelApi();
  return useQueryState({
    key: sloRef,
    subject: sloRef,
    request: signal => api.getSlo(sloRef, { signal }),
  });
}

/** An objective of an SLO, by its place in the document. */
export interface ObjectiveId {
  sloRef: string;
  objective: number;
}

/** The budget of an objective over time. */
export function useSloSeries(
  { sloRef, objective }: ObjectiveId,
  window: SloWindowQuery,
): QueryState<SloSeries> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${sloRef} ${objective} ${JSON.stringify(window)}`,
    subject: `${sloRef} ${objective}`,
    request: signal =>
      api.getSloSeries(sloRef, { objective, ...window }, { signal }),
  });
}

/** The attainment of an objective by day. */
export function useSloDays(
  { sloRef, objective }: ObjectiveId,
  window: SloWindowQuery,
): QueryState<SloDays> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${sloRef} ${objective} ${JSON.stringify(window)}`,
    subject: `${sloRef} ${objective}`,
    request: signal =>
      api.listSloDays(sloRef, { objective, ...window }, { signal }),
  });
}

/** Where the budget of an objective comes from. */
export function useSloExplanation(
  { sloRef, objective }: ObjectiveId,
  enabled: boolean,
): QueryState<SloExplanation> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${sloRef} ${objective}`,
    subject: `${sloRef} ${objective}`,
    enabled,
    request: signal => api.explainSlo(sloRef, { objective }, { signal }),
  });
}

/** Objectives that an entity would bear. */
export function useSloProposals(
  entityRef: string,
  enabled: boolean,
): QueryState<SloProposals> {
  const api = useOpmodelApi();
  return useQueryState({
    key: entityRef,
    subject: entityRef,
    enabled,
    request: signal => api.listSloProposals(entityRef, { signal }),
  });
}

/** What the gate answered for an entity. */
export function useGateDecisions(
  entityRef: string,
  enabled: boolean,
): RowPages<ReleaseGateDecisionPage> {
  const api = useOpmodelApi();
  return useRowPages(
    {
      filter: { entityRef },
      requestPage: (page, signal) =>
        api.listReleaseGateDecisions(entityRef, page, { signal }),
    },
    { rowsPerPage: DECISIONS, enabled },
  );
}

/** One error budget policy with what it has brought about. */
export function useErrorBudgetPolicy(
  policyRef: string,
  window: SloWindowQuery,
): QueryState<ErrorBudgetPolicyReport> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${policyRef} ${JSON.stringify(window)}`,
    subject: policyRef,
    request: signal => api.getErrorBudgetPolicy(policyRef, window, { signal }),
  });
}
