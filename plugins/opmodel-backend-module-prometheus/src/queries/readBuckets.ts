import type {
  SliBucket,
  SliBucketSeconds,
  SloObjective,
} from '@opmodel/backstage-plugin-opmodel-common';
import { MeasurementProblem } from '../MeasurementProblem';
import type {
  MeasurementPlan,
  MeasurementReading,
  PartRole,
} from './planMeasurement';

/** Values by epoch milliseconds, of each part of a measurement. */
export type PartValues = Partial<Record<PartRole, Map<number, number>>>;

/** What one value tells. Undefined: nothing. */
type Reader = (at: number) => { good: number; total: number } | undefined;

/** A bucket belongs to what happened after its start and up to its end, so that its last value is that of its end. */
export function bucketOf(at: number, bucketSeconds: SliBucketSeconds): number {
  const length = bucketSeconds * 1000;
  return Math.ceil(at / length) * length - length;
}

/**
 * Makes counts of what Prometheus has answered.
 *
 * @returns in order of time; a bucket of which nothing is known is left out, and one in which nothing happened has a total of 0
 * @throws MeasurementProblem for values that cannot be what the document says they are
 */
export function readBuckets(
  { reading, stepSeconds, bucketSeconds }: MeasurementPlan,
  values: PartValues,
): SliBucket[] {
  switch (reading.type) {
    case 'counts':
      return readCounts(values, reading, bucketSeconds);
    case 'share': {
      const { value = new Map() } = values;
      return addUp(value.keys(), bucketSeconds, at =>
        timed(shareOf(value.get(at)!, reading.of), stepSeconds),
      );
    }
    default: {
      const { value = new Map() } = values;
      return addUp(value.keys(), bucketSeconds, at =>
        timed(meets(value.get(at)!, reading.comparison), stepSeconds),
      );
    }
  }
}

function readCounts(
  values: PartValues,
  {
    numerator: role,
    isNothingNone,
  }: Extract<MeasurementReading, { type: 'counts' }>,
  bucketSeconds: SliBucketSeconds,
): SliBucket[] {
  const totals = values.total ?? new Map<number, number>();
  const numerators = values[role] ?? new Map<number, number>();
  let sums = { numerator: 0, total: 0 };
  const buckets = addUp(totals.keys(), bucketSeconds, at => {
    const total = totals.get(at)!;
    const numerator = numerators.get(at) ?? (isNothingNone ? 0 : NaN);
    if (!isCount(total) || !Number.isFinite(numerator)) {
      return undefined;
    }
    sums = {
      numerator: sums.numerator + numerator,
      total: sums.total + total,
    };
    // Prometheus extrapolates each query for itself, so that one may come out a little above the other, or a difference below 0.
    const part = Math.min(total, Math.max(0, numerator));
    return { good: role === 'bad' ? total - part : part, total };
  });
  if (sums.numerator > 1.5 * sums.total + 10) {
    const [part, total] = [sums.numerator, sums.total].map(Math.round);
    throw new MeasurementProblem(
      `The ${role} query counts ${part} where the total counts ${total}; it must be a part of it`,
    );
  }
  return buckets;
}

function addUp(
  times: Iterable<number>,
  bucketSeconds: SliBucketSeconds,
  read: Reader,
): SliBucket[] {
  const buckets = new Map<number, SliBucket>();
  for (const at of times) {
    const counts = read(at);
    if (counts) {
      const start = bucketOf(at, bucketSeconds);
      const { good, total } = buckets.get(start) ?? { good: 0, total: 0 };
      buckets.set(start, {
        start,
        good: good + counts.good,
        total: total + counts.total,
      });
    }
  }
  return [...buckets.values()].sort((a, b) => a.start - b.start);
}

/** A share of a time, in seconds. */
function timed(share: number | null | undefined, seconds: number) {
  if (share === null) {
    return { good: 0, total: 0 };
  }
  return share === undefined
    ? undefined
    : { good: share * seconds, total: seconds };
}

/**
 * @returns null where nothing happened, undefined where nothing is known
 * @throws MeasurementProblem for what is no share, such as a percentage
 */
function shareOf(
  value: number,
  of: 'success' | 'failure',
): number | null | undefined {
  // 0 / 0: there were no events.
  if (Number.isNaN(value)) {
    return null;
  }
  if (!Number.isFinite(value)) {
    return undefined;
  }
  if (value < -0.01 || value > 1.01) {
    throw new MeasurementProblem(
      `The ratio is ${value}, and ratios lie between 0 and 1`,
    );
  }
  const share = Math.min(1, Math.max(0, value));
  return of === 'success' ? share : 1 - share;
}

/** @returns null where nothing happened, as of the quantile of no requests */
function meets(
  value: number,
  { operator, value: limit }: NonNullable<SloObjective['comparison']>,
): number | null {
  if (Number.isNaN(value)) {
    return null;
  }
  const isMet = {
    lte: value <= limit,
    gte: value >= limit,
    lt: value < limit,
    gt: value > limit,
  }[operator];
  return Number(isMet);
}

function isCount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}
