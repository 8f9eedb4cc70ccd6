import {
  bucketWindow,
  countOverBucket,
  describePromql,
  fillInBucket,
  lookAtWindow,
  type MetricSource,
  PromqlError,
  SLI_BUCKET_SECONDS,
  type SliBucketSeconds,
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
  /** Length of the buckets. */
  bucketSeconds: SliBucketSeconds;
  /** Seconds between two values: what looks at a bucket is asked once a bucket, what tells an instant once a minute. */
  stepSeconds: 60 | 300;
  reading: MeasurementReading;
}

/** Names of series that are recorded over more than a minute: `slo:sli_error:ratio_rate5m`. */
const RECORDED_LONGER = /\D(?!1m$)\d+[mhdw]$/;

/**
 * Makes queries by buckets out of what a document says.
 *
 * @param bucketSeconds - length of the buckets. Default: five minutes
 * @throws MeasurementProblem for what cannot be asked
 */
export function planMeasurement(
  indicator: SliIndicator,
  comparison: SloObjective['comparison'],
  bucketSeconds: SliBucketSeconds = SLI_BUCKET_SECONDS,
): MeasurementPlan {
  try {
    switch (indicator.type) {
      case 'ratio':
        return planRatio(indicator, bucketSeconds);
      case 'raw':
        return planRaw(indicator, bucketSeconds);
      default:
        return planThreshold(indicator, comparison, bucketSeconds);
    }
  } catch (error) {
    if (error instanceof PromqlError) {
      throw new MeasurementProblem(error.message);
    }
    throw error;
  }
}

function planRatio(
  { counter, good, bad, total }: Extract<SliIndicator, { type: 'ratio' }>,
  bucketSeconds: SliBucketSeconds,
): MeasurementPlan {
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
  const adapt = (query: string) => {
    if (isOfCounters) {
      return countOverBucket(query, bucketSeconds);
    }
    return isRanged
      ? lookAtWindow(query, bucketWindow(bucketSeconds))
      : fillInBucket(query, bucketSeconds);
  };
  return {
    parts: [
      { role, source: part, query: adapt(queries[0]) },
      { role: 'total', source: total, query: adapt(queries[1]) },
    ],
    bucketSeconds,
    stepSeconds: isOfCounters || isRanged ? bucketSeconds : 60,
    reading: {
      type: 'counts',
      numerator: role,
      isNothingNone: sharesMetrics(queries[0], queries[1]),
    },
  };
}

function planRaw(
  { raw, rawType }: Extract<SliIndicator, { type: 'raw' }>,
  bucketSeconds: SliBucketSeconds,
): MeasurementPlan {
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
      query: countOverBucket(`${metric}${labels}`, bucketSeconds),
    });
    return {
      parts: [
        partOf('bad', 'pyrra_errors:rate5m'),
        partOf('total', 'pyrra_requests:rate5m'),
      ],
      bucketSeconds,
      stepSeconds: bucketSeconds,
      reading: { type: 'counts', numerator: 'bad', isNothingNone: false },
    };
  }
  const query =
    spec.type === 'sloth'
      ? `slo:sli_error:ratio_rate5m${writeLabels(spec.labels)}`
      : spec.query;
  const { isRanged, hasSubquery, metrics } = describePromql(query);
  const window = bucketWindow(bucketSeconds);
  const isRecorded =
    metrics.length > 0 && metrics.every(metric => metric.endsWith(window));
  if (bucketSeconds < SLI_BUCKET_SECONDS) {
    refuseLonger(metrics);
  }
  const looksAtTime = !hasSubquery && (isRanged || isRecorded);
  return {
    parts: [
      {
        role: 'value',
        source: raw,
        query: looksAtTime
          ? lookAtWindow(query, window)
          : fillInBucket(query, bucketSeconds),
      },
    ],
    bucketSeconds,
    stepSeconds: looksAtTime ? bucketSeconds : 60,
    reading: { type: 'share', of: rawType },
  };
}

function planThreshold(
  { metric }: Extract<SliIndicator, { type: 'threshold' }>,
  comparison: SloObjective['comparison'],
  bucketSeconds: SliBucketSeconds,
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
        query: fillInBucket(readQuery(metric), bucketSeconds),
      },
    ],
    bucketSeconds,
    stepSeconds: 60,
    reading: { type: 'comparison', comparison },
  };
}

/**
 * What a rule has recorded over five minutes says nothing of one of them.
 *
 * @throws MeasurementProblem naming the series
 */
function refuseLonger(metrics: readonly string[]): void {
  const longer = metrics.find(metric => RECORDED_LONGER.test(metric));
  if (longer) {
    throw new MeasurementProblem(
      `${longer} is recorded over a longer time, and slices of one minute need what is recorded over 1m, or the query itself; or write timeSliceWindow: 5m`,
    );
  }
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
