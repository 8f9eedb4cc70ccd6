import {
  addDays,
  countOf,
  type DayMetric,
  type DoraMetricId,
  type DoraProfile,
  type DoraSeries,
  weekOf,
  type WeekStart,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  CountsByMetric,
  DaySpan,
  DurationKind,
  SelectionState,
  SeriesInterval,
} from './DoraStore';
import { binsOf, countedQuantiles } from './durationQuantiles';
import { divide, failuresMetricOf, totalOf } from './ratioMetrics';

/** How one metric is told over time: as a middle, as a share, or as a count. */
type SeriesShape =
  | { kind: 'duration'; duration: DurationKind }
  | { kind: 'ratio'; numerator: DayMetric; denominator: DayMetric }
  | { kind: 'count'; metric: DayMetric };

type SeriesPoint = DoraSeries['points'][number];

/** What a series of a metric is made of under a definition; null where the definition does not know the metric. */
export function shapeOf(
  metric: DoraMetricId,
  profile: DoraProfile,
): SeriesShape | null {
  switch (metric) {
    case 'change-lead-time':
      return { kind: 'duration', duration: 'lead_time' };
    case 'failed-deployment-recovery-time':
      return { kind: 'duration', duration: 'recovery' };
    case 'time-to-restore':
      return { kind: 'duration', duration: 'restore' };
    case 'change-fail-rate':
      return {
        kind: 'ratio',
        numerator: failuresMetricOf(profile),
        denominator: 'deployments',
      };
    case 'deployment-rework-rate':
      return profile.failures.rework
        ? {
            kind: 'ratio',
            numerator: 'rework_deployments',
            denominator: 'deployments',
          }
        : null;
    case 'incident-recurrence':
      return {
        kind: 'ratio',
        numerator: 'recurrences',
        denominator: 'incidents',
      };
    default:
      return { kind: 'count', metric: 'deployments' };
  }
}

/** What has to be counted for a series. */
export function metricsOf(
  shape: SeriesShape | null,
  { summary }: Pick<DoraProfile, 'summary'>,
): DayMetric[] {
  switch (shape?.kind) {
    case 'duration':
      return summary === 'samples'
        ? [shape.duration]
        : [shape.duration, `${shape.duration}_middle`];
    case 'ratio':
      return [shape.numerator, shape.denominator];
    case 'count':
      return [shape.metric];
    default:
      return [];
  }
}

/**
 * One point for each day, week or month that the span touches.
 *
 * @param counts - by the day, the first day of the week or the month such as `2026-03`
 * @param known - first days on which the selection is known to have deployed, and to have had an incident. What lies before has
 *   no data; after it, nothing counted is a true zero
 */
export function toSeriesPoints(
  counts: ReadonlyMap<string, CountsByMetric>,
  span: DaySpan,
  interval: SeriesInterval,
  known: Pick<SelectionState, 'firstDeploymentDay' | 'firstIncidentDay'>,
  shape: SeriesShape | null,
  profile: DoraProfile,
): SeriesPoint[] {
  return splitSpan(span, interval, profile.weekStart).map(part => {
    const own = counts.get(part.key);
    const isKnown = (first: string | null) =>
      first !== null && first <= part.to;
    return {
      from: part.from,
      to: part.to,
      partial: part.from < span.from || part.to > span.to,
      ...toValue(own, shape, profile, {
        deployments: isKnown(known.firstDeploymentDay),
        incidents: isKnown(known.firstIncidentDay),
      }),
    };
  });
}

function toValue(
  counts: CountsByMetric | undefined,
  shape: SeriesShape | null,
  profile: DoraProfile,
  known: { deployments: boolean; incidents: boolean },
): Pick<
  SeriesPoint,
  'value' | 'p75' | 'p90' | 'n' | 'numerator' | 'denominator'
> {
  const none = {
    value: null,
    p75: null,
    p90: null,
    n: 0,
    numerator: null,
    denominator: null,
  };
  if (shape === null) {
    return none;
  }
  if (shape.kind === 'duration') {
    const bins = binsOf(counts, shape.duration, profile);
    const { median, p75, p90 } = countedQuantiles(bins, profile);
    return { ...none, value: median, p75, p90, n: countOf(bins.samples) };
  }
  if (shape.kind === 'count') {
    const total = totalOf(counts, shape.metric);
    return known.deployments ? { ...none, value: total, n: total } : none;
  }
  const isKnown =
    shape.denominator === 'incidents' ? known.incidents : known.deployments;
  if (!isKnown) {
    return none;
  }
  const numerator = totalOf(counts, shape.numerator);
  const denominator = totalOf(counts, shape.denominator);
  return {
    ...none,
    value: divide(numerator, denominator),
    n: denominator,
    numerator,
    denominator,
  };
}

/** The whole days, weeks or months that a span touches, oldest first. */
function splitSpan(
  span: DaySpan,
  interval: SeriesInterval,
  weekStart: WeekStart,
): (DaySpan & { key: string })[] {
  const parts: (DaySpan & { key: string })[] = [];
  let from = startOf(span.from, interval, weekStart);
  while (from <= span.to) {
    const next = startOfNext(from, interval);
    parts.push({
      key: interval === 'month' ? from.slice(0, 7) : from,
      from,
      to: addDays(next, -1),
    });
    from = next;
  }
  return parts;
}

function startOf(
  day: string,
  interval: SeriesInterval,
  weekStart: WeekStart,
): string {
  if (interval === 'week') {
    return weekOf(day, weekStart);
  }
  return interval === 'month' ? `${day.slice(0, 7)}-01` : day;
}

function startOfNext(start: string, interval: SeriesInterval): string {
  if (interval === 'month') {
    // 31 days after the first of a month lies in the next one, whatever its length.
    return `${addDays(start, 31).slice(0, 7)}-01`;
  }
  return addDays(start, interval === 'week' ? 7 : 1);
}
