import type { ClassifiedDeployment } from './classifyDeployments';
import type { DeliveryDecisions } from './DeliveryDecisions';
import { isWithin } from './detectRollbacks';
import type { DoraProfile, FailureLinkKind } from './doraProfile';
import type {
  DeploymentFact,
  IncidentFact,
  RecordKey,
  UnlinkedReason,
} from './facts';
import type { FailureLink } from './failure';
import { failureConfidence } from './failureConfidence';
import { keyOf } from './recordKey';

type Classified = ClassifiedDeployment<DeploymentFact>;

/** The deployment that an incident is tied to, or why it is tied to none. */
export type IncidentTie =
  | {
      /** The deployment by which the rollout counts. */
      failed: Classified;
      /** The step of that rollout which the incident follows; mostly the same. */
      step: Classified;
      link: FailureLink;
      unlinked: null;
    }
  | { failed: null; step: null; link: null; unlinked: UnlinkedReason };

/** Ties the incidents of one entity to its deployments. */
export class IncidentLinker {
  readonly #profile: DoraProfile;
  readonly #decisions: DeliveryDecisions;
  readonly #bySubject = new Map<string, Classified[]>();
  /**
   * What arrived in production and counts, or would on another day; rollouts with all their steps; by time of finish. What
   * was deployed in an excluded period is here so that nothing before it is blamed for what came of it.
   */
  readonly #candidates: Classified[];

  /**
   * @param deployments - in the order in which they finished
   */
  constructor(
    deployments: readonly Classified[],
    decisions: DeliveryDecisions,
    profile: DoraProfile,
  ) {
    this.#profile = profile;
    this.#decisions = decisions;
    this.#candidates = deployments.filter(
      ({ head }) => head.exclusion === null || isInExcludedPeriod(head),
    );
    for (const classified of deployments) {
      const { deployment } = classified;
      if (!deployment.withdrawn) {
        const named = this.#bySubject.get(deployment.subject);
        if (named) {
          named.push(classified);
        } else {
          this.#bySubject.set(deployment.subject, [classified]);
        }
      }
    }
  }

  /**
   * Ties one incident. A person's decision comes first; then what the incident itself names; then time. Only who ties it to a
   * deployment overrides a day that counts for nothing: to say that no deployment caused it does not bring it back.
   *
   * @param isExcludedDay - whether it lies on a day that counts for nothing
   */
  tie(incident: IncidentFact, isExcludedDay: boolean): IncidentTie {
    if (incident.withdrawn) {
      return untied('withdrawn');
    }
    const decision = this.#decisions.linkOf(incident);
    const decided = decision?.deployment && this.#find(decision.deployment);
    if (decided) {
      return tied(incident, decided, 'person', {
        decidedBy: decision.decidedBy,
        correctionId: decision.id,
      });
    }
    if (isExcludedDay) {
      return untied('excluded_period');
    }
    if (decision) {
      return untied('decided');
    }
    return incident.deployment !== null && this.#uses('explicit')
      ? this.#tieByName(incident, incident.deployment)
      : this.#tieByTime(incident);
  }

  #find({ source, subject }: RecordKey): Classified | undefined {
    return this.#bySubject
      .get(subject)
      ?.find(({ deployment }) => deployment.source === source);
  }

  #uses(kind: FailureLinkKind): boolean {
    return this.#profile.failures.links.includes(kind);
  }

  /**
   * By the deployment that the incident names. One that is not known here may be another component's: then no other is guessed.
   */
  #tieByName(incident: IncidentFact, subject: string): IncidentTie {
    const named = this.#bySubject.get(subject) ?? [];
    const ofSource = named.filter(
      ({ deployment }) => deployment.source === incident.source,
    );
    const candidates = ofSource.length > 0 ? ofSource : named;
    const start = startOfIncident(incident);
    const before = candidates.filter(
      ({ deployment: { finishedAt } }) =>
        finishedAt !== null && start !== null && finishedAt <= start,
    );
    const found = before.at(-1) ?? candidates.at(0);
    return found
      ? tied(incident, found, 'explicit')
      : untied('no_deployment_in_time');
  }

  #tieByTime(incident: IncidentFact): IncidentTie {
    const { ignoredCauses, maximumLagSeconds } = this.#profile.failures;
    if (
      incident.causeClass !== null &&
      ignoredCauses.includes(incident.causeClass)
    ) {
      return untied('other_cause');
    }
    const start = startOfIncident(incident);
    if (start === null) {
      return untied('no_start');
    }
    const latest = this.#latestBefore(start);
    return this.#uses('time_window') &&
      latest !== undefined &&
      !isInExcludedPeriod(latest.head) &&
      isWithin(latest.deployment.finishedAt!, start, maximumLagSeconds)
      ? tied(incident, latest, 'time_window')
      : untied('no_deployment_in_time');
  }

  /** The latest that had finished when something began, by halving. */
  #latestBefore(start: number): Classified | undefined {
    const { strictlyAfter } = this.#profile.failures;
    let from = 0;
    let to = this.#candidates.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const finishedAt = this.#candidates[middle].deployment.finishedAt!;
      if (strictlyAfter ? finishedAt < start : finishedAt <= start) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return this.#candidates[from - 1];
  }
}

/** When an incident began, as far as is known: its impact, else its detection. Epoch milliseconds. */
export function startOfIncident(incident: IncidentFact): number | null {
  return incident.startedAt ?? incident.detectedAt;
}

function tied(
  incident: IncidentFact,
  classified: Classified,
  kind: FailureLinkKind,
  decided: Pick<FailureLink, 'decidedBy' | 'correctionId'> = {
    decidedBy: null,
    correctionId: null,
  },
): IncidentTie {
  const { source, subject } = incident;
  return {
    failed: classified.head,
    step: classified,
    link: {
      deployment: keyOf(classified.head.deployment),
      cause: { type: 'incident', source, subject },
      kind,
      confidence: failureConfidence[kind],
      lagSeconds: lagBetween(
        classified.deployment.finishedAt,
        startOfIncident(incident),
      ),
      ...decided,
    },
    unlinked: null,
  };
}

function isInExcludedPeriod({ exclusion }: Classified): boolean {
  return exclusion === 'excluded_period';
}

export function untied(unlinked: UnlinkedReason): IncidentTie {
  return { failed: null, step: null, link: null, unlinked };
}

/** Whole seconds from one instant to a later one; null where one is not known, or the order is the other way round. */
export function lagBetween(
  from: number | null,
  to: number | null,
): number | null {
  return from === null || to === null || to < from
    ? null
    : Math.floor((to - from) / 1000);
}
