import type { WorkItemPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  type RowSource,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { FlowQuery, WorkItemFilter } from './flowQuery';

/** The work items behind the numbers of an entity. */
export function useWorkItemRows(
  entityRef: string,
  query: FlowQuery,
  filter: WorkItemFilter,
): RowSource<WorkItemPage> {
  const api = useOpmodelApi();
  const asked = { ...query, ...filter };
  return {
    filter: { entityRef, ...asked },
    requestPage: (page, signal) =>
      api.listEntityWorkItems(entityRef, { ...asked, ...page }, { signal }),
  };
}
