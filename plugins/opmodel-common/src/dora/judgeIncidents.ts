import type { ClassifiedDeployment } from './classifyDeployments';
import { computeTimeToRestore } from './computeTimeToRestore';
import type { DeliveryDecisions } from './DeliveryDecisions';
import type { DoraProfile } from './doraProfile';
import type { DeploymentFact, IncidentFact } from './facts';
import type { IncidentVerdict } from './failure';
import { findRecurrences, instantOfIncident } from './findRecurrences';
import type { Failures } from './judgeFailures';
import { type IncidentLinker, type IncidentTie, untied } from './linkIncidents';
import { compareKeys, uniqueRecords } from './recordKey';

/** An incident with the deployment that it is tied to, if any. */
export interface TiedIncident {
  incident: IncidentFact;
  /** Epoch milliseconds, and the day of that. */
  at: number;
  day: string;
  tie: IncidentTie;
}

/** An incident with what became of it. */
export interface JudgedIncident {
  incident: IncidentFact;
  verdict: IncidentVerdict;
  /** The deployment that it is tied to, and the step of its rollout. */
  failed: ClassifiedDeployment<DeploymentFact> | null;
  step: ClassifiedDeployment<DeploymentFact> | null;
}

/**
 * Ties each incident that belongs to a day.
 *
 * @returns in the order of source and subject, so that the order of input does not matter
 * @param dayOfInstant - the day of an instant in the configured zone
 * @param isExcludedDay - whether a day counts for nothing
 */
export function tieIncidents(
  incidents: readonly IncidentFact[],
  linker: IncidentLinker,
  dayOfInstant: (instant: number) => string,
  isExcludedDay: (day: string) => boolean,
): TiedIncident[] {
  return uniqueRecords(incidents)
    .sort(compareKeys)
    .flatMap(incident => {
      const at = instantOfIncident(incident);
      if (at === null) {
        return [];
      }
      const day = dayOfInstant(at);
      return {
        incident,
        at,
        day,
        tie: linker.tie(incident, isExcludedDay(day)),
      };
    });
}

/** Says of each incident what it counts for. */
export function judgeIncidents(
  tied: readonly TiedIncident[],
  facts: { failures: Failures; decisions: DeliveryDecisions },
  profile: DoraProfile,
  dayOfInstant: (instant: number) => string,
): JudgedIncident[] {
  const repeats = findRecurrences(tied.map(({ incident }) => incident));
  return tied.map(({ incident, at, day, tie }) => {
    const { failed, step, link, unlinked } = refute(tie, facts.decisions);
    const failureAt =
      profile.failures.day === 'deployment'
        ? failed?.deployment.finishedAt ?? at
        : at;
    return {
      incident,
      failed,
      step,
      verdict: {
        source: incident.source,
        subject: incident.subject,
        at,
        day,
        severity: incident.severity,
        link,
        unlinked,
        failureDay:
          failed && facts.failures.of(failed).failed
            ? dayOfInstant(failureAt)
            : null,
        ...computeTimeToRestore(incident, unlinked),
        recurrence: stands(unlinked) && repeats(incident),
      },
    };
  });
}

/** Whether an incident counts as one: it was not taken back and lies on a day that counts. */
export function stands(unlinked: IncidentVerdict['unlinked']): boolean {
  return unlinked !== 'withdrawn' && unlinked !== 'excluded_period';
}

/** Who says that a deployment did not fail says as well that no incident came of it; unless somebody tied that one by hand. */
function refute(tie: IncidentTie, decisions: DeliveryDecisions): IncidentTie {
  const isRefuted =
    tie.failed !== null &&
    tie.link.kind !== 'person' &&
    decisions.failedOf(tie.failed.deployment)?.failed === false;
  return isRefuted ? untied('decided') : tie;
}
