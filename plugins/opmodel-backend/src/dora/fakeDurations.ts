import type { DatedDuration, DurationKind, LateRecovery } from './DoraStore';
import type { SelectedResult } from './FakeSelections';

/** A duration with all that is kept of it. */
type KeptDuration = Required<DatedDuration> & {
  /** Epoch milliseconds; only of a recovery. */
  recoveredAt: number | null;
};

/** The durations of a selection, ascending. */
export function durationsOf(
  selected: readonly SelectedResult[],
  kind: DurationKind,
  { endedBefore = Infinity }: { endedBefore?: number } = {},
): KeptDuration[] {
  return selected
    .flatMap(one => keptDurations(one, kind).filter(one.isIn))
    .filter(({ recoveredAt }) => (recoveredAt ?? -Infinity) < endedBefore)
    .sort((a, b) => a.seconds - b.seconds);
}

/** The recoveries of a selection that ended at or after an instant. */
export function lateRecoveriesOf(
  selected: readonly SelectedResult[],
  { endedFrom, entityRefs }: { endedFrom: number; entityRefs?: string[] },
): LateRecovery[] {
  return durationsOf(selected, 'recovery')
    .filter(
      ({ recoveredAt, entityRef }) =>
        recoveredAt! >= endedFrom && (entityRefs?.includes(entityRef) ?? true),
    )
    .map(({ entityRef, day, seconds }) => ({ entityRef, day, seconds }));
}

function keptDurations(
  { component: { ref: entityRef }, result: { delivery } }: SelectedResult,
  kind: DurationKind,
): KeptDuration[] {
  const unplaced = { entityRef, environment: null, recoveredAt: null };
  const all: Record<
    DurationKind,
    (Omit<KeptDuration, 'seconds'> & { seconds: number | null })[]
  > = {
    lead_time: delivery.samples.map(({ day, seconds, environment }) => ({
      ...unplaced,
      day,
      seconds,
      environment: delivery.dayMedian === null ? null : environment,
    })),
    recovery: delivery.recoveries.map(({ day, seconds, recoveredAt }) => ({
      ...unplaced,
      day,
      seconds,
      recoveredAt,
    })),
    restore: delivery.incidents.map(({ day, restoreSeconds }) => ({
      ...unplaced,
      day,
      seconds: restoreSeconds,
    })),
  };
  return all[kind].flatMap(({ seconds, ...duration }) =>
    seconds === null ? [] : [{ ...duration, seconds }],
  );
}
