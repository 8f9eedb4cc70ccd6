import type {
  CheckTotals,
  FactProviderList,
  ScorecardView,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { OPERATIONS_REFRESH_MS } from './useEngineHealth';

/** A check that cannot be carried out for some entities. */
export interface BrokenCheck {
  scorecard: ScorecardView;
  check: CheckTotals;
}

/** What is broken in the definitions of scorecards. */
export interface ScorecardFaults {
  /** Scorecards with problems in their definition, those with most first. */
  scorecards: ScorecardView[];
  /** Checks with errors, those with most first. */
  checks: BrokenCheck[];
}

/** Who tells facts, and how fresh they are. */
export function useFactProviders(): QueryState<FactProviderList> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'fact-providers',
    subject: 'fact-providers',
    request: signal => api.listFactProviders({ signal }),
    refreshAfter: () => OPERATIONS_REFRESH_MS,
  });
}

/** Which scorecards and checks are broken. */
export function useScorecardFaults(): QueryState<ScorecardFaults> {
  const api = useOpmodelApi();
  return useQueryState({
    key: 'scorecard-faults',
    subject: 'scorecard-faults',
    request: async signal => {
      const { scorecards } = await api.getScorecardSummary({}, { signal });
      return {
        scorecards: scorecards
          .map(({ scorecard }) => scorecard)
          .filter(({ problems }) => problems > 0)
          .sort((a, b) => b.problems - a.problems),
        checks: scorecards
          .flatMap(({ scorecard, checks }) =>
            checks.map(check => ({ scorecard, check })),
          )
          .filter(({ check }) => check.summary.counts.error > 0)
          .sort(
            (a, b) =>
              b.check.summary.counts.error - a.check.summary.counts.error,
          ),
      };
    },
    refreshAfter: () => OPERATIONS_REFRESH_MS,
  });
}
