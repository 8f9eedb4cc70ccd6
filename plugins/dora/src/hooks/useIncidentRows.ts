import type {
  IncidentPage,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  type RowSource,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ExclusionReason } from '../components/exclusions';
import { toRowsQuery } from './useDoraParams';
import type { IncidentFilter } from './useEvidenceParams';

/** Which incidents are wanted. */
export interface IncidentSelection {
  filter: IncidentFilter;
  /** Only those left out for this reason. */
  exclusion?: ExclusionReason;
}

/** Incidents of an entity, newest first. */
export function useIncidentRows(
  entityRef: string,
  query: DoraReportQuery,
  selection: IncidentSelection,
): RowSource<IncidentPage> {
  const api = useOpmodelApi();
  const { filter, exclusion } = selection;
  const asked = {
    ...toRowsQuery(query),
    ...(filter !== 'all' && { state: filter }),
    ...(exclusion && { exclusion }),
  };
  return {
    filter: { entityRef, ...asked },
    requestPage: (page, signal) =>
      api.listEntityIncidents(entityRef, { ...asked, ...page }, { signal }),
  };
}
