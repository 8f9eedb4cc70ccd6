import type { ClassifiedDeployment } from './classifyDeployments';
import type { DoraProfile } from './doraProfile';
import type { DeploymentFact } from './facts';
import type { RecoverySample } from './failure';
import type { Repair } from './findRepairs';
import type { Failures } from './judgeFailures';
import { stands, type JudgedIncident } from './judgeIncidents';
import { startOfIncident } from './linkIncidents';
import { keyOf } from './recordKey';
import {
  dayOfRecovery,
  leaveOutRecovery,
  measureRecovery,
} from './recoverySpan';

type Classified = ClassifiedDeployment<DeploymentFact>;

/**
 * Recovery samples of one entity, as the profile takes them: of each failed deployment, or of each incident. What is not
 * recovered gives no sample and is said to be open, never zero.
 *
 * @param dayOfInstant - the day of an instant in the configured zone
 */
export function computeRecoveries(
  facts: {
    deployments: readonly Classified[];
    failures: Failures;
    repairs: readonly Repair[];
    incidents: readonly JudgedIncident[];
  },
  profile: DoraProfile,
  dayOfInstant: (instant: number) => string,
): RecoverySample[] {
  return profile.failures.recovery === 'deployment_to_recovered' ||
    profile.failures.recovery === 'deployment_to_resolved'
    ? ofDeployments(facts, profile, dayOfInstant)
    : ofIncidents(facts.incidents, profile, dayOfInstant);
}

/**
 * The recovery of each failed deployment: the end of the incidents tied to it, which say when the service was well again.
 * Without one, the first deployment that repaired it, on which a rollback is as good as a fix. An incident of a cause that
 * the profile ignores ends nothing.
 *
 * Of a rollout the recovery runs from the step that an incident follows or that was rolled back, the first of several: what
 * broke in one region did not begin with the deployment to another.
 */
function ofDeployments(
  {
    deployments,
    failures,
    repairs,
    incidents,
  }: {
    deployments: readonly Classified[];
    failures: Failures;
    repairs: readonly Repair[];
    incidents: readonly JudgedIncident[];
  },
  profile: DoraProfile,
  dayOfInstant: (instant: number) => string,
): RecoverySample[] {
  const incidentsOf = groupBy(incidents, ({ failed }) => failed);
  const repairsOf = groupBy(
    repairs.filter(({ kind }) => profile.failures.links.includes(kind)),
    ({ failed }) => failed,
  );
  const samples: RecoverySample[] = [];
  for (const classified of deployments) {
    if (!failures.of(classified).failed) {
      continue;
    }
    const { finishedAt } = classified.deployment;
    const day = dayOfInstant(finishedAt!);
    const own = incidentsOf.get(classified) ?? [];
    const caused = own.filter(judged => !hasIgnoredCause(judged, profile));
    const base = { deployment: keyOf(classified.deployment), day };
    const dayFor = (judged: JudgedIncident, start: number | null) =>
      dayOfRecovery(
        {
          deployment: day,
          incident: judged.verdict.day,
          start,
          end: endOf(judged, profile),
        },
        profile,
        dayOfInstant,
      );
    if (caused.length > 0 && profile.failures.severalIncidents === 'each') {
      for (const judged of caused) {
        const from = judged.step!.deployment.finishedAt;
        samples.push({
          ...base,
          incident: keyOf(judged.incident),
          day: dayFor(judged, from),
          ...measureRecovery({ from, to: endOf(judged, profile) }, profile),
        });
      }
    } else if (caused.length > 0) {
      const from = Math.min(
        ...caused.map(({ step }) => step!.deployment.finishedAt!),
      );
      samples.push({
        ...base,
        incident: null,
        day: caused
          .map(judged => dayFor(judged, from))
          .sort()
          .at(-1)!,
        ...measureRecovery({ from, to: latestEnd(caused, profile) }, profile),
      });
    } else {
      const repaired = repairsOf.get(classified)?.at(0);
      samples.push({
        ...base,
        incident: null,
        ...(repaired
          ? measureRecovery(
              {
                from: repaired.step.deployment.finishedAt,
                to: repaired.by.deployment.finishedAt,
              },
              profile,
            )
          : leaveOutWithoutRepair(own, profile)),
      });
    }
  }
  return samples;
}

/** The recovery of each incident that stands, whether or not it is tied to a deployment. */
function ofIncidents(
  incidents: readonly JudgedIncident[],
  profile: DoraProfile,
  dayOfInstant: (instant: number) => string,
): RecoverySample[] {
  return incidents
    .filter(({ verdict: { unlinked } }) => stands(unlinked))
    .map(judged => {
      const { incident, failed, step, verdict } = judged;
      const countedAt = failed?.deployment.finishedAt ?? null;
      const deployedAt = step?.deployment.finishedAt ?? null;
      const start = startOfIncident(incident);
      const from =
        profile.failures.recovery === 'earliest_to_resolved' &&
        deployedAt !== null
          ? Math.min(deployedAt, start ?? deployedAt)
          : start;
      return {
        deployment: failed && keyOf(failed.deployment),
        incident: keyOf(incident),
        day: dayOfRecovery(
          {
            deployment: countedAt === null ? null : dayOfInstant(countedAt),
            incident: verdict.day,
            start: from,
            end: incident.resolvedAt,
          },
          profile,
          dayOfInstant,
        ),
        ...(hasIgnoredCause(judged, profile)
          ? leaveOutRecovery('other_cause', incident.resolvedAt)
          : measureRecovery({ from, to: incident.resolvedAt }, profile)),
      };
    });
}

function hasIgnoredCause(
  { incident: { causeClass } }: JudgedIncident,
  profile: DoraProfile,
): boolean {
  return (
    causeClass !== null && profile.failures.ignoredCauses.includes(causeClass)
  );
}

function endOf(
  { incident: { mitigatedAt, resolvedAt } }: JudgedIncident,
  profile: DoraProfile,
): number | null {
  return profile.failures.recovery === 'deployment_to_resolved'
    ? resolvedAt
    : mitigatedAt ?? resolvedAt;
}

/** A failure without a cause that counts and without a repair gives no sample; where incidents are tied to it, it is over when they are. */
function leaveOutWithoutRepair(
  incidents: readonly JudgedIncident[],
  profile: DoraProfile,
): ReturnType<typeof leaveOutRecovery> {
  return incidents.length > 0
    ? leaveOutRecovery('other_cause', latestEnd(incidents, profile))
    : leaveOutRecovery('no_recovery_known');
}

/** When the last of some incidents ended; null while one of them is open. */
function latestEnd(
  incidents: readonly JudgedIncident[],
  profile: DoraProfile,
): number | null {
  const ends = incidents.map(judged => endOf(judged, profile));
  return ends.reduce(
    (last, end) => (last === null || end === null ? null : Math.max(last, end)),
    -Infinity as number | null,
  );
}

function groupBy<T>(
  items: readonly T[],
  keyOfItem: (item: T) => Classified | null,
): Map<Classified, T[]> {
  const groups = new Map<Classified, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    if (key !== null) {
      const group = groups.get(key);
      if (group) {
        group.push(item);
      } else {
        groups.set(key, [item]);
      }
    }
  }
  return groups;
}
