import type {
  FailureLink,
  LeadTimeSample,
} from '@opmodel/backstage-plugin-opmodel-common';
import { dayNumber } from './dayNumber';
import type { DeliveryFacts, DeliveryResult } from './DeliveryStore';
import {
  keepDelivery,
  keyOfDeployment,
  recoveriesByDeployment,
} from './keepDelivery';

/** A row as a database takes it. */
export type DeliveryRow = Record<string, unknown>;

/**
 * The rows of a result by table, without whose they are.
 *
 * @param options - `now` in epoch milliseconds; `toDayList` writes days, as numbers since 1970, as the database takes them
 */
export function toDeliveryRows(
  facts: Pick<DeliveryFacts, 'latestRecordedAt'>,
  result: DeliveryResult,
  options: {
    now: number;
    revision: number;
    toDayList: (days: number[]) => unknown;
  },
): Record<string, DeliveryRow[]> {
  const kept = keepDelivery(result);
  const { deployments, samples, recoveries, incidents, excludedDays } =
    kept.delivery;
  // Where a definition tells no environments apart, no row grows by the name of one.
  const environmentOf = ({ environment }: LeadTimeSample) =>
    kept.delivery.dayMedian === null ? null : environment;
  const recoveryOf = recoveriesByDeployment(kept.delivery);
  const dayList = (days: string[]) =>
    options.toDayList(days.map(dayNumber).sort((a, b) => a - b));
  return {
    dora_entities: [
      {
        first_deployment_day: kept.firstDeploymentDay,
        first_incident_day: kept.firstIncidentDay,
        last_deployment_at: kept.lastDeploymentAt,
        deployment_days: dayList(
          deployments
            .filter(({ exclusion }) => exclusion === null)
            .map(({ day }) => day),
        ),
        excluded_days: excludedDays.length === 0 ? null : dayList(excludedDays),
        latest_recorded_at: facts.latestRecordedAt,
        computed_at: options.now,
        revision: options.revision,
      },
    ],
    dora_deployments: deployments.map(deployment => {
      const recovery = recoveryOf.get(keyOfDeployment(deployment));
      return {
        source: deployment.source,
        deployment: deployment.subject,
        day: deployment.day,
        at: deployment.at,
        environment_tier: deployment.environmentTier,
        finished_at: deployment.finishedAt,
        exclusion: deployment.exclusion,
        failed: deployment.failed,
        rework: deployment.rework,
        has_changes: deployment.hasChanges,
        recovered_at: recovery?.recoveredAt ?? null,
        recovery: recovery?.seconds ?? null,
      };
    }),
    dora_samples: samples.map(sample => ({
      source: sample.source,
      deployment: sample.deployment,
      change_key: sample.changeKey,
      day: sample.day,
      environment: environmentOf(sample),
      lead_time: sample.seconds,
      coding: sample.stages?.coding ?? null,
      pickup: sample.stages?.pickup ?? null,
      review: sample.stages?.review ?? null,
      commit_to_merge: sample.stages?.commitToMerge ?? null,
      merge_to_deploy: sample.stages?.mergeToDeploy ?? null,
      exclusion: sample.exclusion,
    })),
    dora_failure_links: deployments.flatMap(deployment =>
      deployment.failures.map((link, place) => ({
        source: deployment.source,
        deployment: deployment.subject,
        place,
        ...toLinkColumns(link),
        cause_type: link.cause.type,
        cause_source: link.cause.type === 'decision' ? null : link.cause.source,
        cause_subject:
          link.cause.type === 'decision' ? null : link.cause.subject,
      })),
    ),
    dora_recoveries: recoveries.map(recovery => ({
      source: recovery.deployment?.source ?? '',
      deployment: recovery.deployment?.subject ?? '',
      incident_source: recovery.incident?.source ?? '',
      incident: recovery.incident?.subject ?? '',
      day: recovery.day,
      recovered_at: recovery.recoveredAt,
      recovery: recovery.seconds,
      exclusion: recovery.exclusion,
    })),
    dora_incidents: incidents.map(incident => ({
      source: incident.source,
      incident: incident.subject,
      day: incident.day,
      at: incident.at,
      severity: incident.severity,
      deployment_source: incident.link?.deployment.source ?? null,
      deployment: incident.link?.deployment.subject ?? null,
      ...toLinkColumns(incident.link),
      unlinked: incident.unlinked,
      restore: incident.restoreSeconds,
      restore_exclusion: incident.restoreExclusion,
      recurrence: incident.recurrence,
    })),
    dora_entity_days: kept.days.map(day => ({ ...day })),
  };
}

function toLinkColumns(link: FailureLink | null): DeliveryRow {
  return {
    kind: link?.kind ?? null,
    confidence: link?.confidence ?? null,
    lag: link?.lagSeconds ?? null,
    decided_by: link?.decidedBy ?? null,
    correction_id: link?.correctionId ?? null,
  };
}
