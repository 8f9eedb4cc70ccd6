import type { DeliveryCorrection, RecordKey } from './facts';
import { compareText, textOf } from './recordKey';

type CorrectionOf<K extends DeliveryCorrection['kind']> = Extract<
  DeliveryCorrection,
  { kind: K }
>;

/** What people decided about the incidents and deployments of one entity. Of several decisions about the same the latest holds. */
export class DeliveryDecisions {
  readonly #links = new Map<string, CorrectionOf<'failure_link'>>();
  readonly #failed = new Map<string, CorrectionOf<'deployment_failed'>>();
  readonly #planned = new Map<string, CorrectionOf<'deployment_planned'>>();

  /**
   * @param headOf - the first deployment of the rollout that one belongs to: what is decided about a step holds for the whole
   */
  constructor(
    corrections: readonly DeliveryCorrection[],
    headOf: (deployment: RecordKey) => RecordKey,
  ) {
    for (const correction of [...corrections].sort(byDecision)) {
      if (correction.kind === 'failure_link') {
        this.#links.set(textOf(correction.incident), correction);
      } else if (correction.kind === 'deployment_failed') {
        this.#failed.set(textOf(headOf(correction.deployment)), correction);
      } else if (correction.kind === 'deployment_planned') {
        this.#planned.set(textOf(headOf(correction.deployment)), correction);
      }
    }
  }

  /** Which deployment caused an incident; undefined where nobody decided. */
  linkOf(incident: RecordKey): CorrectionOf<'failure_link'> | undefined {
    return this.#links.get(textOf(incident));
  }

  /** Whether a deployment failed; undefined where nobody decided. */
  failedOf(
    deployment: RecordKey,
  ): CorrectionOf<'deployment_failed'> | undefined {
    return this.#failed.get(textOf(deployment));
  }

  /** Whether a deployment was planned; undefined where nobody decided. */
  plannedOf(
    deployment: RecordKey,
  ): CorrectionOf<'deployment_planned'> | undefined {
    return this.#planned.get(textOf(deployment));
  }
}

function byDecision(a: DeliveryCorrection, b: DeliveryCorrection): number {
  return a.decidedAt - b.decidedAt || compareText(a.id, b.id);
}
