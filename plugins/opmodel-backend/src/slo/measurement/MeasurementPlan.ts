import {
  SLI_BUCKET_SECONDS,
  type SloDefinition,
  type SloObjective,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import { metricSourcesOf } from '../definitions/toDefinition';
import type { MeasurementSettings } from './measurementSettings';
import type { ClaimedMeasurement } from './SloMeasurementStore';

const BUCKET = SLI_BUCKET_SECONDS * 1_000;

/** The last border of a bucket up to an instant. Epoch milliseconds. */
export function onBorder(instant: number): number {
  return Math.floor(instant / BUCKET) * BUCKET;
}

/**
 * Which span is asked for: from where it is measured, less some time because numbers come late, to the last bucket that is full. A way
 * that is too long for one question is gone in steps, the oldest first. As long as something of it fails, it is asked for from where all
 * of it was measured last.
 *
 * @param options - `countsFrom`: buckets before it are of an earlier indicator; `now` in epoch milliseconds
 */
export function planMeasurement(
  claim: ClaimedMeasurement,
  settings: Pick<MeasurementSettings, 'backfillMs' | 'overlapMs' | 'stepMs'>,
  options: { countsFrom: number | null; now: number },
): SloSpan & { isBehind: boolean } {
  const { measuredUntil, measuredAt, failures } = claim;
  const { backfillMs, overlapMs, stepMs } = settings;
  const { now } = options;
  const end = onBorder(now);
  const earliest = Math.max(
    onBorder(now - backfillMs),
    options.countsFrom ?? -Infinity,
  );
  if (measuredUntil === null) {
    const to = Math.min(end, earliest + onBorder(stepMs));
    return { from: earliest, to, isBehind: to < end };
  }
  const known =
    failures > 0 && measuredAt !== null
      ? Math.min(measuredUntil, onBorder(measuredAt))
      : measuredUntil;
  const from = Math.max(earliest, onBorder(known - overlapMs));
  const to = Math.min(end, Math.max(from, measuredUntil) + onBorder(stepMs));
  return { from, to: Math.max(from, to), isBehind: to < end };
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
