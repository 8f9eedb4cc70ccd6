import type { TableColumns } from '@opmodel/backstage-plugin-opmodel-react';

/** The columns of the fleet, in the order in which they stand. The first names the row and always shows. */
export const fleetColumnIds = [
  'name',
  'owner',
  'system',
  'type',
  'tier',
  'lifecycle',
  'leadTime',
  'leadTimeChange',
  'deploymentsPerWeek',
  'deployments',
  'weeklyDeployments',
  'changeFailRate',
  'recovery',
  'reworkRate',
  'incidents',
  'disputes',
  'lastDeployment',
  'state',
] as const;

export type FleetColumnId = (typeof fleetColumnIds)[number];

/** By what the fleet can be sorted. */
export type FleetSortField =
  | 'name'
  | 'leadTime'
  | 'deployments'
  | 'changeFailRate'
  | 'recovery'
  | 'lastDeployment';

/** What is sorted when a column's header is pressed; the others are not sortable. */
export const fleetSortFields: Partial<Record<FleetColumnId, FleetSortField>> = {
  name: 'name',
  leadTime: 'leadTime',
  deployments: 'deployments',
  changeFailRate: 'changeFailRate',
  recovery: 'recovery',
  lastDeployment: 'lastDeployment',
};

/** What shows until somebody chooses otherwise. */
export const defaultFleetColumns: readonly FleetColumnId[] = [
  'name',
  'owner',
  'tier',
  'leadTime',
  'leadTimeChange',
  'deployments',
  'weeklyDeployments',
  'changeFailRate',
  'recovery',
  'lastDeployment',
  'state',
];

/** The columns with what shows of them by default. */
export const fleetTable: TableColumns<FleetColumnId> = {
  all: fleetColumnIds,
  usual: defaultFleetColumns,
};

/** Columns of numbers stand right, so that their digits line up. */
export const numericFleetColumns: ReadonlySet<FleetColumnId> = new Set([
  'leadTime',
  'leadTimeChange',
  'deploymentsPerWeek',
  'deployments',
  'changeFailRate',
  'recovery',
  'reworkRate',
  'incidents',
  'disputes',
]);
