import type { StoredSlo } from '../definitions/SloDefinitionStore';
import type { AskedObjective } from './askObjectives';
import { onBorder } from './MeasurementPlan';
import type { SloBackfill } from './SloBackfillStore';

/** A step of a way back. */
export interface BackfillStep extends AskedObjective {
  backfill: SloBackfill;
  /** Where the next step begins, epoch milliseconds; null: there is none. */
  next: number | null;
}

/**
 * The next step of each objective that is measured backwards: up to where its SLO is measured, from where on it is measured with the others.
 * Of an SLO of which nothing is measured yet all of it is measured backwards anyway.
 *
 * @param slos - by ref, with up to where each is measured, and the time that one question covers at most
 */
export function planBackfills(
  backfills: readonly SloBackfill[],
  slos: ReadonlyMap<
    string,
    { slo: StoredSlo; measuredUntil: number | null; stepMs: number }
  >,
): { steps: BackfillStep[]; needless: SloBackfill[] } {
  const steps: BackfillStep[] = [];
  const needless: SloBackfill[] = [];
  for (const backfill of backfills) {
    const { slo, measuredUntil, stepMs } = slos.get(backfill.sloRef)!;
    const objective = slo.definition.objectives.find(
      ({ index }) => index === backfill.objective,
    );
    if (!objective?.indicator || backfill.from >= (measuredUntil ?? 0)) {
      needless.push(backfill);
      continue;
    }
    const to = Math.min(backfill.from + onBorder(stepMs), measuredUntil!);
    steps.push({
      backfill,
      definition: slo.definition,
      objective,
      span: { from: backfill.from, to },
      next: to < measuredUntil! ? to : null,
    });
  }
  return { steps, needless };
}
