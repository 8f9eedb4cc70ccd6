import {
  SLI_BUCKET_SECONDS,
  SLI_MINUTE_SECONDS,
  type SloDefinition,
  type SloObjective,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import { metricSourcesOf } from '../definitions/toDefinition';
import { countsByMinute } from './countsByMinute';
import type { MeasurementSettings } from './measurementSettings';
import type { ClaimedMeasurement } from './SloMeasurementStore';

const BUCKET = SLI_BUCKET_SECONDS * 1_000;

/** The last border of a bucket up to an instant. Epoch milliseconds. */
export function onBorder(instant: number): number {
  return Math.floor(instant / BUCKET) * BUCKET;
}

/** A span that is asked for. Instants are epoch milliseconds. */
export interface PlannedSpan extends SloSpan {
  /** Whether there is more to ask for. */
  isBehind: boolean;
  /** Whether windows may have been evaluated before what is in it was known. */
  isAgain: boolean;
  /** From where on there is more to be asked for again; null: there is not. */
  againFrom: number | null;
}

const nothingAgain = { isAgain: false, againFrom: null };

/**
 * Which span is asked for: from where it is measured, less some time because numbers come late, to the last bucket that is full. A way
 * that is too long for one question is gone in steps, the oldest first. As long as something of it fails, it is asked for from where all
 * of it was measured last. What is to be asked for again comes first.
 *
 * @param options - `countsFrom`: buckets before it are of an earlier indicator; `now` in epoch milliseconds
 */
export function planMeasurement(
  claim: ClaimedMeasurement,
  settings: Pick<MeasurementSettings, 'backfillMs' | 'overlapMs' | 'stepMs'>,
  options: { countsFrom: number | null; now: number },
): PlannedSpan {
  const { measuredUntil, againFrom, measuredAt, failures } = claim;
  const { backfillMs, overlapMs, stepMs } = settings;
  const { now } = options;
  const end = onBorder(now);
  const earliest = Math.max(
    onBorder(now - backfillMs),
    options.countsFrom ?? -Infinity,
  );
  if (measuredUntil === null) {
    const to = Math.min(end, earliest + onBorder(stepMs));
    return { from: earliest, to, isBehind: to < end, ...nothingAgain };
  }
  const known =
    failures > 0 && measuredAt !== null
      ? Math.min(measuredUntil, onBorder(measuredAt))
      : measuredUntil;
  if (againFrom !== null && againFrom < measuredUntil) {
    const first = Math.min(againFrom, known - overlapMs);
    const from = Math.max(earliest, onBorder(first));
    const to = Math.max(from, Math.min(end, from + onBorder(stepMs)));
    return {
      from,
      to,
      isBehind: to < end,
      isAgain: true,
      againFrom: to < measuredUntil ? to : null,
    };
  }
  const from = Math.max(earliest, onBorder(known - overlapMs));
  const to = Math.min(end, Math.max(from, measuredUntil) + onBorder(stepMs));
  return {
    from,
    to: Math.max(from, to),
    isBehind: to < end,
    // What failed for a while is known only now.
    isAgain: failures > 0,
    againFrom: null,
  };
}

/**
 * Time that one question about an SLO covers at most. Minutes are five times as many buckets, so that it is shorter where they are asked
 * for, but for what is measured again anyway.
 *
 * @returns milliseconds
 */
export function stepOf(
  definition: SloDefinition,
  { stepMs, overlapMs }: Pick<MeasurementSettings, 'overlapMs' | 'stepMs'>,
): number {
  const isByMinute = definition.objectives.some(objective =>
    countsByMinute(objective, definition),
  );
  const shorter = (stepMs * SLI_MINUTE_SECONDS) / SLI_BUCKET_SECONDS;
  return isByMinute
    ? Math.max(shorter, Math.min(stepMs, 2 * overlapMs))
    : stepMs;
}

/** Where the slice begins that holds an instant; the instant itself where no slices are counted. Epoch milliseconds. */
export function startOfSlice(
  instant: number,
  objective: Pick<SloObjective, 'timeSliceSeconds'>,
  { budgetingMethod }: Pick<SloDefinition, 'budgetingMethod'>,
): number {
  const length = (objective.timeSliceSeconds ?? 0) * 1_000;
  return budgetingMethod === 'Occurrences' || length === 0
    ? instant
    : Math.floor(instant / length) * length;
}

/** Type of the source that measures an objective; undefined: none does. */
export function sourceTypeOf({ indicator }: SloObjective): string | undefined {
  return indicator ? metricSourcesOf(indicator)[0].type : undefined;
}
