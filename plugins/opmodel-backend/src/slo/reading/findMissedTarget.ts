import type { SloStatus } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  SloEvaluationStore,
  SloWindowRow,
} from '../evaluation/SloEvaluationStore';

/** So many windows in a row are no bad luck. */
const WINDOWS = 3;

/** So many times a budget has to be used up for its target to be far. */
const FAR_MISSED = 2;

/** A target that nobody reaches. */
export interface MissedTarget {
  target: number;
  /** Best attainment of the windows; null: it has none, as a composite of events. */
  attained: number | null;
}

/**
 * Whether the target of an objective is far above what is attained: its budget is used up, and each of the latest three windows that have
 * ended and do not overlap used up more than twice its own. Of several objectives the one is looked at that has the least budget left.
 *
 * @returns null where it is not, and where fewer windows are known
 */
export async function findMissedTarget(
  evaluations: Pick<SloEvaluationStore, 'listWindows'>,
  { ref, state, whole, objectives }: SloStatus,
): Promise<MissedTarget | null> {
  const [worst] = (whole ? [whole] : [...objectives]).sort(
    (a, b) => remainingOf(a) - remainingOf(b),
  );
  if (state !== 'exhausted' || !worst) {
    return null;
  }
  const windows: SloWindowRow[] = [];
  let before: number | undefined;
  while (windows.length < WINDOWS) {
    const found = await evaluations.listWindows(ref, worst.index, {
      before,
      // The present one, and one that may still move, come first.
      limit: before === undefined ? WINDOWS : 1,
    });
    const ended = found.find(({ complete }) => complete);
    if (!ended || consumedOf(ended, worst.target) <= FAR_MISSED) {
      return null;
    }
    windows.push(ended);
    before = ended.from + 1;
  }
  const attained = windows.flatMap(({ attainment }) => attainment ?? []);
  return {
    target: worst.target,
    attained: attained.length === 0 ? null : Math.max(...attained),
  };
}

/** How much of its budget a window would have used up under the target of today. */
function consumedOf(
  { attainment, remaining }: SloWindowRow,
  target: number,
): number {
  return attainment === null
    ? 1 - (remaining ?? 1)
    : (1 - attainment) / (1 - target);
}

function remainingOf({ budget }: SloStatus['objectives'][number]): number {
  return budget.remaining ?? Infinity;
}
