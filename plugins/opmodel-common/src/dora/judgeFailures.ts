import type { ClassifiedDeployment } from './classifyDeployments';
import type { DeliveryDecisions } from './DeliveryDecisions';
import type { DoraProfile } from './doraProfile';
import type { DeploymentFact } from './facts';
import type { FailureLink } from './failure';
import { failureConfidence } from './failureConfidence';
import type { Repair } from './findRepairs';
import { lagBetween, type IncidentTie } from './linkIncidents';
import { compareText, keyOf, textOf } from './recordKey';

type Classified = ClassifiedDeployment<DeploymentFact>;

/** What is known of the failure of one deployment. */
export interface FailureVerdict {
  /** It counts, and needed immediate intervention. */
  failed: boolean;
  /** Why, the most certain reason first; also of one that does not count, or that somebody says did not fail. */
  failures: FailureLink[];
}

/** Of a deployment that nothing is known against. */
const sound: FailureVerdict = { failed: false, failures: [] };

/** The deployments of one entity that failed, and by what that is known. */
export class Failures {
  readonly #verdicts = new Map<Classified, FailureVerdict>();

  /**
   * A deployment failed where it counts and a reason stands that the profile takes. What a person decided always stands, and
   * who says that a deployment did not fail overrides every reason.
   */
  constructor(
    deployments: readonly Classified[],
    evidence: { ties: Iterable<IncidentTie>; repairs: readonly Repair[] },
    decisions: DeliveryDecisions,
    profile: DoraProfile,
  ) {
    const links = new Map<Classified, FailureLink[]>();
    const add = (failed: Classified, link: FailureLink) => {
      const known = links.get(failed);
      if (known) {
        known.push(link);
      } else {
        links.set(failed, [link]);
      }
    };
    for (const { failed, link } of evidence.ties) {
      if (failed) {
        add(failed, link);
      }
    }
    for (const repair of evidence.repairs) {
      add(repair.failed, linkOfRepair(repair));
    }
    for (const classified of deployments) {
      const decision = decisions.failedOf(classified.deployment);
      if (decision?.failed) {
        add(classified, {
          deployment: keyOf(classified.deployment),
          cause: { type: 'decision', correctionId: decision.id },
          kind: 'person',
          confidence: failureConfidence.person,
          lagSeconds: null,
          decidedBy: decision.decidedBy,
          correctionId: decision.id,
        });
      }
      const failures = links.get(classified)?.sort(byCertainty);
      if (failures) {
        this.#verdicts.set(classified, {
          failed:
            classified.exclusion === null &&
            (decision?.failed ??
              failures.some(
                ({ kind }) =>
                  kind === 'person' || profile.failures.links.includes(kind),
              )),
          failures,
        });
      }
    }
  }

  of(classified: Classified): FailureVerdict {
    return this.#verdicts.get(classified) ?? sound;
  }
}

function linkOfRepair({
  by,
  failed,
  step,
  kind,
  confidence,
}: Repair): FailureLink {
  return {
    deployment: keyOf(failed.deployment),
    cause: { type: 'deployment', ...keyOf(by.deployment) },
    kind,
    confidence,
    lagSeconds: lagBetween(
      step.deployment.finishedAt,
      by.deployment.finishedAt,
    ),
    decidedBy: null,
    correctionId: null,
  };
}

function byCertainty(a: FailureLink, b: FailureLink): number {
  return (
    b.confidence - a.confidence ||
    (a.lagSeconds ?? Infinity) - (b.lagSeconds ?? Infinity) ||
    compareText(textOfCause(a), textOfCause(b))
  );
}

function textOfCause({ cause }: FailureLink): string {
  return cause.type === 'decision'
    ? cause.correctionId
    : `${cause.type}\u0000${textOf(cause)}`;
}
