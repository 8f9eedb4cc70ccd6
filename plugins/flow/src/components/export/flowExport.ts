import type {
  FlowMember,
  FlowReport,
  WorkItemRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  toCsvTable,
  toJsonFile,
  type CsvColumn,
} from '@opmodel/backstage-plugin-opmodel-react';

const weekColumns: ReadonlyArray<CsvColumn<FlowReport['weeks'][number]>> = [
  ['week', row => row.week],
  ['partial', row => row.partial],
  ['arrived', row => row.arrived],
  ['started', row => row.started],
  ['completed', row => row.completed],
  ['cycle_time_median_seconds', row => row.cycleTimeMedian],
  ['in_progress', row => row.wip],
];

/** The weeks of a report, a row each. */
export function toWeeksCsv(report: FlowReport): string {
  return toCsvTable(weekColumns, report.weeks);
}

const allocationColumns: ReadonlyArray<
  CsvColumn<FlowReport['allocation']['categories'][number]>
> = [
  ['category', row => row.category],
  ['amount', row => row.amount],
  ['share', row => row.share],
  ['agreed', row => row.target],
  ['difference', row => row.delta],
];

/** What capacity was spent on, a row a category. */
export function toAllocationCsv(report: FlowReport): string {
  return toCsvTable(allocationColumns, report.allocation.categories);
}

/** Work items as they are exported: times in ISO 8601, durations in seconds. */
export const workItemCsvColumns: ReadonlyArray<CsvColumn<WorkItemRow>> = [
  ['entity_ref', row => row.entityRef],
  ['source', row => row.source],
  ['id', row => row.id],
  ['title', row => row.title],
  ['category', row => row.category],
  ['severity', row => row.severity],
  ['found_in', row => row.foundIn],
  ['state', row => row.state],
  ['created_at', row => row.createdAt],
  ['started_at', row => row.startedAt],
  ['completed_at', row => row.completedAt],
  ['cancelled_at', row => row.cancelledAt],
  ['committed_period', row => row.committedPeriod],
  ['cycle_seconds', row => row.cycleSeconds],
  ['age_seconds', row => row.ageSeconds],
  ['blocked_seconds', row => row.blockedSeconds],
  ['reopened', row => row.reopened],
  ['exclusion', row => row.exclusion],
  ['url', row => row.url],
];

/** Components of the fleet as they are exported. */
export const memberCsvColumns: ReadonlyArray<CsvColumn<FlowMember>> = [
  ['entity_ref', row => row.entityRef],
  ['title', row => row.title],
  ['type', row => row.type],
  ['tier', row => row.tier],
  ['lifecycle', row => row.lifecycle],
  ['owner', row => row.ownerRef],
  ['system', row => row.systemRef],
  ['state', row => row.state],
  ['cycle_time_median_seconds', row => row.cycleTimeMedian],
  ['cycle_time_items', row => row.cycleTimeN],
  ['completed', row => row.throughput],
  ['in_progress', row => row.wip],
  ['oldest_seconds', row => row.oldestAge],
  ['blocked', row => row.blocked],
];

/** Pipelines in a report at most, those that fail most first. */
const MAX_PIPELINES = 50;

const pipelineColumns: ReadonlyArray<
  CsvColumn<FlowReport['builds']['pipelines'][number]>
> = [
  ['entity_ref', row => row.entityRef],
  ['title', row => row.entityTitle],
  ['pipeline', row => row.pipeline],
  ['runs', row => row.runs],
  ['success_rate', row => row.successRate],
  ['duration_median_seconds', row => row.durationMedian],
  ['last_run_at', row => row.lastRunAt],
  ['last_result', row => row.lastResult],
  ['url', row => row.url],
];

/** The pipelines of a report, a row each. */
export function toPipelinesCsv(report: FlowReport): string {
  return toCsvTable(pipelineColumns, report.builds.pipelines);
}

/** The pipelines of a report as JSON, with what they are; a report names only those that fail most. */
export function toPipelinesJson(report: FlowReport): string {
  const { scope, window, ownership, definition, builds } = report;
  return toJsonFile({
    content: 'flow-pipelines',
    window,
    definition,
    filter: { entityRef: scope.ref, ownership },
    complete: builds.pipelines.length < MAX_PIPELINES,
    rows: builds.pipelines,
  });
}
