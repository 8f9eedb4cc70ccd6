import type { DoraMember } from '@opmodel/backstage-plugin-opmodel-common';
import type { CsvColumn } from '@opmodel/backstage-plugin-opmodel-react';

const memberColumns: ReadonlyArray<CsvColumn<DoraMember>> = [
  ['entity_ref', row => row.entityRef],
  ['title', row => row.title],
  ['type', row => row.type],
  ['tier', row => row.tier],
  ['lifecycle', row => row.lifecycle],
  ['owner', row => row.ownerRef],
  ['system', row => row.systemRef],
  ['state', row => row.state],
  ['lead_time_state', row => row.leadTimeState],
  ['lead_time_median_seconds', row => row.leadTimeMedian],
  ['lead_time_changes', row => row.leadTimeN],
  ['lead_time_change_ratio', row => row.leadTimeChange?.ratio ?? null],
  ['deployments', row => row.deployments],
  ['deployments_per_week', row => row.deploymentsPerWeek],
  ['last_deployment_at', row => row.lastDeploymentAt],
  ['change_fail_rate', row => row.changeFailRate],
  ['failed_deployments', row => row.failedDeployments],
  ['recovery_median_seconds', row => row.recoveryMedian],
  ['recoveries', row => row.recoveryN],
  ['deployment_rework_rate', row => row.reworkRate],
  ['incidents', row => row.incidents],
  ['open_disputes', row => row.openDisputes],
];

/**
 * Components as they are exported: times in ISO 8601, durations in seconds, and one column a week at the end.
 *
 * @param weeks - Mondays of the weeks that the rows count, oldest first
 */
export function fleetCsvColumns(
  weeks: readonly string[],
): ReadonlyArray<CsvColumn<DoraMember>> {
  return [
    ...memberColumns,
    ...weeks.map(
      (week, index): CsvColumn<DoraMember> => [
        `deployments_week_${week}`,
        row => row.weeklyDeployments[index] ?? null,
      ],
    ),
  ];
}
