import type { WeekStart } from '../calendar/days';
import type { WorkingCalendar } from '../calendar/WorkingCalendar';
import { ZoneDays } from '../calendar/ZoneDays';
import type { EnvironmentTier } from '../intake/observation';
import { ChangeIndex } from './ChangeIndex';
import {
  classifyDeployments,
  type ClassifiedDeployment,
} from './classifyDeployments';
import { computeLeadTimes, type LeadTimeSample } from './computeLeadTimes';
import { computeRecoveries } from './computeRecoveries';
import { DeliveryDecisions } from './DeliveryDecisions';
import type { DoraProfile } from './doraProfile';
import { ExcludedDays } from './ExcludedDays';
import type {
  DeliveryRows,
  DeploymentExclusion,
  DeploymentFact,
  ExcludedPeriod,
  RecordKey,
} from './facts';
import type { FailureLink, IncidentVerdict, RecoverySample } from './failure';
import { findRepairs } from './findRepairs';
import { findRework } from './findRework';
import { Failures } from './judgeFailures';
import { judgeIncidents, tieIncidents } from './judgeIncidents';
import { IncidentLinker } from './linkIncidents';
import { textOf, uniqueRecords } from './recordKey';

export type { LeadTimeSample } from './computeLeadTimes';

/** Whether one deployment counts, and on which day. */
export interface DeploymentVerdict {
  source: string;
  subject: string;
  environmentTier: EnvironmentTier;
  /** When it finished, or started where it has not finished; epoch milliseconds. */
  at: number;
  /** The day of that. */
  day: string;
  finishedAt: number | null;
  exclusion: DeploymentExclusion | null;
  /** It counts, and needed immediate intervention. */
  failed: boolean;
  /** Why it is known to have failed, the most certain reason first; also of one that does not count. */
  failures: FailureLink[];
  /** It counts, was not planned, and was made because of a problem in production. */
  rework: boolean;
  /** It says what it brings; a rollback brings nothing, and says so. */
  hasChanges: boolean;
}

/** Everything that the DORA numbers of one entity are computed from. */
export interface Delivery {
  deployments: DeploymentVerdict[];
  samples: LeadTimeSample[];
  recoveries: RecoverySample[];
  incidents: IncidentVerdict[];
  /** Days that count for nothing, ascending. */
  excludedDays: string[];
  /** How the middle of a day is told where the definition takes the middle of such middles; null where it does not. */
  dayMedian: DoraProfile['median'] | null;
  /** Day on which the weeks of the definition begin. */
  weekStart: WeekStart;
}

/**
 * Computes what one entity delivered under a definition: which deployments count and which of them failed, the change lead
 * time of what they bring, the recovery of what failed, and what became of each incident.
 *
 * A pure function of the rows: neither their order nor their repetition matters, and what a person decided and took back
 * leaves no trace. A deployment that lists no changes but names its commit is taken to carry the change of that commit.
 *
 * @param rows - of one entity; corrections that are in force
 * @param zone - IANA zone in which days begin
 * @param options - `excludedPeriods`: those of the calendar, beside those that people decided for the entity; `workingTime`: change
 *   lead time counts only what lies on working days, while recovery runs through every night and weekend, as those do who wait for it
 */
export function computeDelivery(
  rows: DeliveryRows,
  profile: DoraProfile,
  zone: string,
  options: {
    excludedPeriods?: readonly ExcludedPeriod[];
    workingTime?: WorkingCalendar;
  } = {},
): Delivery {
  const days = daysIn(zone);
  const dayOfInstant = (instant: number) => days.dayOf(instant);
  const excluded = new ExcludedDays(
    options.excludedPeriods ?? [],
    rows.corrections,
  );
  const isExcludedDay = (day: string) => excluded.has(day);
  const changes = new ChangeIndex(rows.changes);
  const deployments = classifyDeployments(
    uniqueRecords(rows.deployments),
    profile,
    {
      isExcluded: instant =>
        !excluded.isEmpty && excluded.has(dayOfInstant(instant)),
      changes,
    },
  );
  const decisions = new DeliveryDecisions(
    rows.corrections,
    headsOf(deployments),
  );
  const tied = tieIncidents(
    rows.incidents,
    new IncidentLinker(deployments, decisions, profile),
    dayOfInstant,
    isExcludedDay,
  );
  const repairs = findRepairs(deployments, changes, profile);
  const failures = new Failures(
    deployments,
    { ties: tied.map(({ tie }) => tie), repairs },
    decisions,
    profile,
  );
  const incidents = judgeIncidents(
    tied,
    { failures, decisions },
    profile,
    dayOfInstant,
  );
  const isRework = findRework(
    deployments,
    { changes, repairs, failures, decisions },
    profile,
  );
  return {
    deployments: deployments.flatMap(classified => {
      const { deployment, exclusion, rollback } = classified;
      const at = deployment.finishedAt ?? deployment.startedAt;
      // Announced and nothing more: it belongs to no day yet.
      return at === null
        ? []
        : {
            source: deployment.source,
            subject: deployment.subject,
            environmentTier: deployment.environmentTier,
            at,
            day: dayOfInstant(at),
            finishedAt: deployment.finishedAt,
            exclusion,
            ...failures.of(classified),
            rework: isRework(classified),
            hasChanges:
              rollback !== null || saysWhatItBrings(deployment, changes),
          };
    }),
    samples: computeLeadTimes(
      deployments,
      changes,
      profile.leadTime,
      dayOfInstant,
      isExcludedDay,
      options.workingTime,
    ),
    recoveries: computeRecoveries(
      { deployments, failures, repairs, incidents },
      profile,
      dayOfInstant,
    ),
    incidents: incidents.map(({ verdict }) => verdict),
    excludedDays: excluded.list(),
    dayMedian: profile.summary === 'daily_medians' ? profile.median : null,
    weekStart: profile.weekStart,
  };
}

/** One for each zone, of which there is mostly one: what it remembers serves every entity. */
const zones = new Map<string, ZoneDays>();

function daysIn(zone: string): ZoneDays {
  let days = zones.get(zone);
  if (days === undefined) {
    days = new ZoneDays(zone);
    zones.set(zone, days);
  }
  return days;
}

/** Finds the first deployment of the rollout that one belongs to; one that is not known stands for itself. */
function headsOf(
  deployments: readonly ClassifiedDeployment<DeploymentFact>[],
): (deployment: RecordKey) => RecordKey {
  const steps = new Map(
    deployments
      .filter(({ exclusion }) => exclusion === 'same_rollout')
      .map(({ deployment, head }) => [textOf(deployment), head.deployment]),
  );
  return deployment => steps.get(textOf(deployment)) ?? deployment;
}

function saysWhatItBrings(
  { carries, commitSha }: DeploymentFact,
  changes: ChangeIndex,
): boolean {
  return (
    carries.length > 0 ||
    (commitSha !== null && changes.find(commitSha) !== undefined)
  );
}
