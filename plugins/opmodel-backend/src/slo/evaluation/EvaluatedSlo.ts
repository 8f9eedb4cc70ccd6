import type {
  SloDefinition,
  SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SloObjectiveState } from './SloEvaluationStore';

/** An SLO that was evaluated. */
export interface EvaluatedSlo {
  definition: SloDefinition;
  /** How its objectives stand now, a composite as a whole included. */
  states: readonly SloObjectiveState[];
  /** How they stood before; empty the first time. */
  before: readonly SloObjectiveState[];
  /** Buckets before it are of an earlier indicator; null: all of them count. Epoch milliseconds. */
  countsFrom: number | null;
  /** What is left out of its budget. */
  corrections: readonly SloSpan[];
}

/**
 * Is told of SLOs that were evaluated, after what was found is kept. It is told again where a process died in between, so telling the
 * same twice must do no harm.
 *
 * @param options - `now`: when they were evaluated, epoch milliseconds
 */
export type EvaluationListener = (
  evaluated: readonly EvaluatedSlo[],
  options: { now: number },
) => Promise<void>;
