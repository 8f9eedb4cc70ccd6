import type {
  DoraFleetPage,
  DoraFleetQuery,
  DoraMember,
  ReportWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  toCsvFile,
  type CsvColumn,
} from '@opmodel/backstage-plugin-opmodel-react';

/** More rows than a browser tab should hold in one file. */
export const MAX_EXPORT_ROWS = 10_000;
const ROWS_PER_REQUEST = 100;

/** The rows that a filter selects, with what is needed to read them later. */
export interface FleetExport {
  window: ReportWindow;
  weeks: readonly string[];
  rows: readonly DoraMember[];
  /** All rows that the filter selects, also beyond the limit of an export. */
  totalRows: number;
}

/** Fetches every page of a selection, one after the other, up to {@link MAX_EXPORT_ROWS}. */
export async function collectFleet(options: {
  query: DoraFleetQuery;
  listDora: (query: DoraFleetQuery) => Promise<DoraFleetPage>;
  onProgress: (progress: { rows: number; totalRows: number }) => void;
  maxRows?: number;
}): Promise<FleetExport> {
  const { query, listDora, onProgress, maxRows = MAX_EXPORT_ROWS } = options;
  const rows: DoraMember[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await listDora({
      ...query,
      limit: Math.min(ROWS_PER_REQUEST, maxRows - rows.length),
      cursor,
    });
    rows.push(...page.items);
    onProgress({ rows: rows.length, totalRows: page.totalItems });
    if (!page.nextCursor || rows.length >= maxRows) {
      return {
        window: page.window,
        weeks: page.weeks,
        rows,
        totalRows: page.totalItems,
      };
    }
    cursor = page.nextCursor;
  }
}

const csvColumns: ReadonlyArray<CsvColumn<DoraMember>> = [
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

/** The rows as CSV, one column a week at the end. */
export function toCsv({ rows, weeks }: FleetExport): string {
  const header = [
    ...csvColumns.map(([name]) => name),
    ...weeks.map(week => `deployments_week_${week}`),
  ];
  const lines = rows.map(row => [
    ...csvColumns.map(([, read]) => read(row)),
    ...weeks.map((_, index) => row.weeklyDeployments[index] ?? null),
  ]);
  return toCsvFile([header, ...lines]);
}

/** The rows as JSON, in the names and units of the API. */
export function toJson(exported: FleetExport): string {
  const { window, weeks, rows, totalRows } = exported;
  return `${JSON.stringify(
    { window, weeks, totalRows, complete: rows.length === totalRows, rows },
    null,
    2,
  )}\n`;
}
