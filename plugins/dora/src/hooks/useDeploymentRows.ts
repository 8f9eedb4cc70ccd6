import type {
  DeploymentPage,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  type RowSource,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ExclusionReason } from '../components/exclusions';
import { toRowsQuery } from './useDoraParams';
import { toDeploymentsQuery, type DeploymentFilter } from './useEvidenceParams';

/** Which deployments are wanted. */
export interface DeploymentSelection {
  filter: DeploymentFilter;
  /** Only those left out for this reason, or carrying a change left out for it. */
  exclusion?: ExclusionReason;
}

/** Deployments of an entity, newest first. */
export function useDeploymentRows(
  entityRef: string,
  query: DoraReportQuery,
  selection: DeploymentSelection,
): RowSource<DeploymentPage> {
  const api = useOpmodelApi();
  const { filter, exclusion } = selection;
  const asked = {
    ...toRowsQuery(query),
    ...toDeploymentsQuery(filter),
    ...(exclusion && { exclusion }),
  };
  return {
    filter: { entityRef, ...asked },
    requestPage: (page, signal) =>
      api.listEntityDeployments(entityRef, { ...asked, ...page }, { signal }),
  };
}
