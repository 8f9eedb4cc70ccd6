import {
  countOverFiveMinutes,
  describePromql,
  fillInFiveMinutes,
  lookAtWindow,
  type MetricSource,
  PromqlError,
  type SliIndicator,
  sharesMetrics,
  type SloObjective,
} from '@opmodel/backstage-plugin-opmodel-common';
import { MeasurementProblem } from '../MeasurementProblem';
import { readMetricSpec } from './metricSpec';

/** What a query of a measurement tells. */
export type PartRole = 'good' | 'bad' | 'total' | 'value';

/** One query of a measurement. */
export interface MeasurementPart {
  role: PartRole;
  /** Which server is asked. */
  source: MetricSource;
  query: string;
}

/** How the values of a measurement become counts. */
export type MeasurementReading =
  | {
      type: 'counts';
      /** What is counted beside the total. */
      numerator: 'good' | 'bad';
      /** Whether nothing beside a total means that there were none, rather than that nothing is known. */
      isNothingNone: boolean;
    }
  | {
      /** Values are shares of what went well, or of what failed. */
      type: 'share';
      of: 'success' | 'failure';
    }
  | { type: 'comparison'; comparison: NonNullable<SloObjective['comparison']> };

/** What is asked of Prometheus for one objective. */
export interface MeasurementPlan {
  parts: MeasurementPart[];
  /** Seconds between two values: what looks at five minutes is asked once a bucket, what tells an instant once a minute. */
  stepSeconds: 60 | 300;
  reading: MeasurementReading;
}

/**
 * Makes queries by buckets of five minutes out of what a document says.
 *
 * @throws MeasurementProblem for what cannot be asked
 */
export function planMeasurement(
  indicator: SliIndicator,
  comparison: SloObjective['comparison'],
): MeasurementPlan {
  try {
    switch (indicator.type) {
      case 'ratio':
        return planRatio(indicator);
      case 'raw':
        return planRaw(indicator);
      default:
        return planThreshold(indicator, comparison);
    }
  } catch (error) {
    if (error instanceof PromqlError) {
      throw new MeasurementProblem(error.message);
    }
    throw error;
  }
}

function planRatio({
  counter,
  good,
  bad,
  total,
}: Extract<SliIndicator, { type: 'ratio' }>): MeasurementPlan {
  const role = good ? 'good' : 'bad';
  const part = good ?? bad;
  if (!part) {
    throw new MeasurementProblem('A ratio needs what is good or what is bad');
  }
  const queries = [readQuery(part), readQuery(total)];
  const described = queries.map(describePromql);
  // Who takes the rate of something says that it is a counter, whatever `counter` says.
  const isOfCounters =
    counter || described.some(description => description.isOfCounters);
  const isRanged = described.some(description => description.isRanged);
  let adapt = fillInFiveMinutes;
  if (isOfCounters) {
    adapt = countOverFiveMinutes;
  } else if (isRanged) {
    adapt = query => lookAtWindow(query, '5m');
  }
  return {
    parts: [
      { role, source: part, query: adapt(queries[0]) },
      { role: 'total', source: total, query: adapt(queries[1]) },
    ],
    stepSeconds: isOfCounters || isRanged ? 300 : 60,
    reading: {
      type: 'counts',
      numerator: role,
      isNothingNone: sharesMetrics(queries[0], queries[1]),
    },
  };
}

function planRaw({
  raw,
  rawType,
}: Extract<SliIndicator, { type: 'raw' }>): MeasurementPlan {
  const spec = readMetricSpec(raw);
  if (spec.type !== 'query' && rawType !== 'failure') {
    throw new MeasurementProblem(
      'Sloth and Pyrra record what failed: rawType must be failure',
    );
  }
  if (spec.type === 'pyrra') {
    const labels = writeLabels(spec.labels);
    const partOf = (role: 'bad' | 'total', metric: string) => ({
      role,
      source: raw,
      query: countOverFiveMinutes(`${metric}${labels}`),
    });
    return {
      parts: [
        partOf('bad', 'pyrra_errors:rate5m'),
        partOf('total', 'pyrra_requests:rate5m'),
      ],
      stepSeconds: 300,
      reading: { type: 'counts', numerator: 'bad', isNothingNone: false },
    };
  }
  const query =
    spec.type === 'sloth'
      ? `slo:sli_error:ratio_rate5m${writeLabels(spec.labels)}`
      : spec.query;
  const { isRanged, hasSubquery, metrics } = describePromql(query);
  const looksAtTime =
    !hasSubquery &&
    (isRanged ||
      (metrics.length > 0 && metrics.every(metric => /5m$/.test(metric))));
  return {
    parts: [
      {
        role: 'value',
        source: raw,
        query: looksAtTime
          ? lookAtWindow(query, '5m')
          : fillInFiveMinutes(query),
      },
    ],
    stepSeconds: looksAtTime ? 300 : 60,
    reading: { type: 'share', of: rawType },
  };
}

function planThreshold(
  { metric }: Extract<SliIndicator, { type: 'threshold' }>,
  comparison: SloObjective['comparison'],
): MeasurementPlan {
  if (!comparison) {
    throw new MeasurementProblem(
      'The objective says nothing to compare with: it needs op and value',
    );
  }
  return {
    parts: [
      {
        role: 'value',
        source: metric,
        query: fillInFiveMinutes(readQuery(metric)),
      },
    ],
    stepSeconds: 60,
    reading: { type: 'comparison', comparison },
  };
}

/**
 * @throws MeasurementProblem for what Sloth and Pyrra record, which are ratios
 */
function readQuery(source: MetricSource): string {
  const spec = readMetricSpec(source);
  if (spec.type !== 'query') {
    throw new MeasurementProblem(
      'What Sloth and Pyrra record is a ratio: name it as raw, with rawType failure',
    );
  }
  return spec.query;
}

function writeLabels(labels: Record<string, string>): string {
  const matchers = Object.entries(labels).map(
    ([name, value]) => `${name}=${JSON.stringify(value)}`,
  );
  return `{${matchers.join(', ')}}`;
}
