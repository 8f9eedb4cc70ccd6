import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import {
  type DayRow,
  type FlowInMemory,
  selectedDays,
} from './FakeFlowSelection';
import type {
  CountedMetric,
  FlowCounts,
  FlowWindowCounts,
  WindowSpans,
} from './FlowStore';

const DAILY = [
  'arrived',
  'started',
  'completed',
  'completed_unstarted',
  'cancelled',
];
const WEEKLY = ['cycle_time', 'builds', 'failed_builds', 'build_duration'];

const COMPARED = [
  'arrived',
  'completed',
  'cycle_time',
  'flow_time',
  'efficiency_active_seconds',
  'efficiency_flow_seconds',
  'completed_with_efficiency',
  'reopened',
  'builds',
  'failed_builds',
  'build_duration',
  'build_queue',
];

/** Counts of a window, of the one before it, and of parts of it. */
export function sumWindow(
  kept: FlowInMemory,
  selection: ComponentSelection,
  window: WindowSpans,
): FlowWindowCounts {
  const rows = (span: DaySpan) =>
    selectedDays(kept, selection, span)
      .map(({ row }) => row)
      .filter(({ metric }) => !metric.startsWith('state:'));
  const current = rows(window);
  const part = (metrics: string[], nameOf: (row: DayRow) => string) => {
    const own = current.filter(({ metric }) => metrics.includes(metric));
    return new Map(
      [...new Set(own.map(nameOf))].map(key => [
        key,
        sumDays(own.filter(row => nameOf(row) === key)),
      ]),
    );
  };
  return {
    current: sumDays(current),
    previous: sumDays(
      rows(window.previous).filter(({ metric }) => COMPARED.includes(metric)),
    ),
    weeks: part(WEEKLY, ({ week }) => week),
    days: part(DAILY, ({ day }) => day),
  };
}

/** Counts of one metric by bin. */
export function sumMetric(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
  metric: CountedMetric,
) {
  const rows = selectedDays(kept, selection, span).map(({ row }) => row);
  return sumDays(rows).get(metric) ?? new Map();
}

/** How much was completed on each day. */
export function countCompletedByDay(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { row } of selectedDays(kept, selection, span)) {
    if (row.metric === 'completed') {
      counts.set(row.day, (counts.get(row.day) ?? 0) + row.count);
    }
  }
  return counts;
}

/** Counts by metric and bin. */
export function sumDays(rows: readonly DayRow[]): FlowCounts {
  const counts = new Map<CountedMetric, Map<number, number>>();
  for (const { metric, bin, count } of rows) {
    const own = counts.get(metric) ?? new Map<number, number>();
    counts.set(metric, own.set(bin, (own.get(bin) ?? 0) + count));
  }
  return counts;
}
