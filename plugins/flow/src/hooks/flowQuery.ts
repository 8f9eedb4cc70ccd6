import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';

/** Window and ownership of a report. */
export type FlowQuery = NonNullable<Parameters<OpmodelApi['getEntityFlow']>[1]>;

/** Which work items are listed. */
export type WorkItemFilter = Pick<
  NonNullable<Parameters<OpmodelApi['listEntityWorkItems']>[1]>,
  'state' | 'category' | 'period'
>;
