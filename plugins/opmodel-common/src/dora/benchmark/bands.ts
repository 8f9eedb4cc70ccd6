import type { DoraMetricId } from '../../client/OpmodelApi';

/** A cluster of respondents that a report names. */
export type BenchmarkTier = 'elite' | 'high' | 'medium' | 'low';

/** The metrics that an edition may have something to say about. */
export type BenchmarkMetricId = Exclude<
  DoraMetricId,
  'time-to-restore' | 'incident-recurrence'
>;

/**
 * One band of a metric in one edition. The bands of a metric have no gap between them; the first is the best.
 *
 * Where the ranges of a report leave a gap, the worse band reaches up to the better one, so that a value in the gap is never
 * flattered.
 */
export interface BenchmarkBand {
  /** `<1h`, `1d-1w`, `>6m`, `on-demand`, `<=15%`, `5-10%`; for a frequency the time between two deployments. */
  band: string;
  /** The clusters whose answer this is; several where the report gave them the same, none where it had no clusters. */
  tiers: readonly BenchmarkTier[];
  /** Share of the respondents, 0 to 1; null where it could not be confirmed. */
  share: number | null;
  /**
   * The worse end, in the unit of the metric: seconds, deployments a week, or a share from 0 to 1. Null: it has none. A
   * duration ends before it; a frequency and a share include it.
   */
  end: number | null;
  /** What the report itself says of the range, from the better to the worse end; null where it gave a point or a word. */
  reported: { from: number; to: number } | null;
}

/** What one edition of the DORA report says. */
export interface BenchmarkEdition {
  id: '2019' | '2021' | '2022' | '2023' | '2024' | '2025';
  /** Clusters of respondents, or the distribution of their answers. */
  kind: 'tier' | 'distribution';
  title: string;
  /** Where the report stands. */
  source: string;
  metrics: Readonly<
    Partial<Record<BenchmarkMetricId, readonly BenchmarkBand[]>>
  >;
}

/** Seconds. A month is a twelfth of a year of 365 days. */
export const HOUR = 3_600;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
export const MONTH = 730 * HOUR;
export const SIX_MONTHS = 6 * MONTH;

/** Deployments a week. */
export const TWICE_A_DAY = 14;
export const DAILY = 7;
export const WEEKLY = 1;
export const MONTHLY = WEEK / MONTH;
export const HALF_YEARLY = WEEK / SIX_MONTHS;

/** A band between two durations; the report says exactly that unless told otherwise. */
export function duration(
  band: string,
  from: number,
  to: number,
  rest: Partial<BenchmarkBand> = {},
): BenchmarkBand {
  return {
    band,
    tiers: [],
    share: null,
    end: to === Infinity ? null : to,
    reported: { from, to },
    ...rest,
  };
}

/** A band between two frequencies, from the higher to the lower. */
export function frequency(
  band: string,
  from: number,
  to: number,
  rest: Partial<BenchmarkBand> = {},
): BenchmarkBand {
  return {
    band,
    tiers: [],
    share: null,
    end: to === 0 ? null : to,
    reported: { from, to },
    ...rest,
  };
}

/** A band between two shares from 0 to 1. */
export function ratio(
  band: string,
  from: number,
  to: number,
  rest: Partial<BenchmarkBand> = {},
): BenchmarkBand {
  return {
    band,
    tiers: [],
    share: null,
    end: to === 1 ? null : to,
    reported: { from, to },
    ...rest,
  };
}

/** Several times a day. The reports give no rate; this tool takes it to begin where deployments are more than daily. */
export function onDemand(rest: Partial<BenchmarkBand> = {}): BenchmarkBand {
  return frequency('on-demand', Infinity, DAILY, {
    reported: { from: Infinity, to: TWICE_A_DAY },
    ...rest,
  });
}
