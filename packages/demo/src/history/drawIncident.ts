import type { IncidentCauseClass } from '@opmodel/backstage-plugin-opmodel-common';
import type { Tier } from '../organisation/DeliveryProfile';
import type { Incident, Severity } from './facts';
import type { SeededRandom } from './SeededRandom';
import { HOUR, MINUTE, startOfDay, wholeSeconds } from './workload';
import { wordIncident } from './wording';

const SEVERITIES: Severity[] = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5'];

const SEVERITY_WEIGHTS: Record<Tier, number[]> = {
  1: [8, 27, 40, 20, 5],
  2: [3, 17, 45, 28, 7],
  3: [0, 6, 40, 42, 12],
  4: [0, 0, 25, 55, 20],
};

/** Incidents in a year that no release of the component caused. */
const YEARLY_WITHOUT_RELEASE: Record<Tier, number> = {
  1: 4,
  2: 2,
  3: 1,
  4: 0.3,
};

/** Share of troubled releases that become an incident with a name; the others are put right without one. */
const NAMED_SHARE: Record<Tier, number> = { 1: 0.7, 2: 0.55, 3: 0.35, 4: 0.2 };

const RECURRENCE_SHARE = 0.15;

/** What is known about an incident before chance decides the rest. */
export interface IncidentCircumstances {
  component: string;
  tier: Tier;
  environment: string;
  startedAt: number;
  causeClass: IncidentCauseClass;
  /** Absent: found by monitoring some minutes later. */
  detectedAt?: number;
  /** Absent: drawn. */
  mitigatedAt?: number;
  deployment?: string;
  /** Incidents of the component so far, oldest first. */
  earlier: readonly Incident[];
}

/** Whether an incident without a release of its own begins on a day of a component of that tier. */
export function hasBackgroundIncident(
  tier: Tier,
  random: SeededRandom,
): boolean {
  return random.chance(YEARLY_WITHOUT_RELEASE[tier] / 365);
}

/** Whether a troubled release becomes an incident with a name. */
export function isNamed(tier: Tier, random: SeededRandom): boolean {
  return random.chance(NAMED_SHARE[tier]);
}

/** What brings about an incident that no release caused. */
export function drawBackgroundCause(random: SeededRandom): IncidentCauseClass {
  return random.weighted<IncidentCauseClass>([
    ['infrastructure', 33],
    ['dependency', 28],
    ['capacity', 16],
    ['external', 13],
    // What a release broke long ago may show when somebody comes by.
    ['change', 8],
    ['unknown', 7],
    ['security', 3],
  ]);
}

/** The course of one incident. */
export function drawIncident(
  circumstances: IncidentCircumstances,
  random: SeededRandom,
): Incident {
  const { component, tier, startedAt, causeClass, earlier } = circumstances;
  const after = (instant: number, minutes: number) =>
    wholeSeconds(
      instant + Math.max(1, random.logNormal(minutes, 0.8)) * MINUTE,
    );
  const detectedAt = circumstances.detectedAt ?? after(startedAt, 6);
  const hour = (detectedAt - startOfDay(detectedAt)) / HOUR;
  const answered = after(detectedAt, hour > 7 && hour < 18 ? 4 : 11);
  const acknowledgedAt = Math.min(
    answered,
    (circumstances.mitigatedAt ?? Infinity) - MINUTE,
  );
  const mitigatedAt =
    circumstances.mitigatedAt ?? after(acknowledgedAt, 20 + 20 * tier);
  const severities = drawSeverities(
    tier,
    detectedAt,
    acknowledgedAt,
    mitigatedAt,
    random,
  );
  const worst = severities.map(({ severity }) => severity).sort()[0];
  const previous = earlier.filter(
    incident =>
      incident.causeClass === causeClass && incident.resolvedAt < startedAt,
  );
  const again = previous.length > 0 && random.chance(RECURRENCE_SHARE);
  return {
    id: `INC-${component}-${Math.floor(startedAt / 1000)}`,
    component,
    environment: circumstances.environment,
    title: wordIncident(causeClass, component, random),
    severities,
    startedAt,
    detectedAt,
    acknowledgedAt,
    mitigatedAt,
    resolvedAt: after(mitigatedAt, 50),
    causeClass,
    ...(again && { recurrenceOf: previous[previous.length - 1].id }),
    ...(worst <= 'sev3' && {
      customerImpactMinutes: Math.max(
        1,
        Math.round(
          ((mitigatedAt - startedAt) / MINUTE) * random.between(0.4, 1),
        ),
      ),
    }),
    ...(circumstances.deployment && { deployment: circumstances.deployment }),
  };
}

/** Some incidents look harmless at first, some turn out to be. */
function drawSeverities(
  tier: Tier,
  detectedAt: number,
  acknowledgedAt: number,
  mitigatedAt: number,
  random: SeededRandom,
): Incident['severities'] {
  const weights = SEVERITY_WEIGHTS[tier];
  const rank = random.weighted(weights.map((weight, i) => [i, weight]));
  const first = { at: detectedAt, severity: SEVERITIES[rank] };
  const course = random.next();
  if (course < 0.15 && rank > 0) {
    return [first, { at: acknowledgedAt, severity: SEVERITIES[rank - 1] }];
  }
  if (course > 0.9 && rank < SEVERITIES.length - 1) {
    return [first, { at: mitigatedAt, severity: SEVERITIES[rank + 1] }];
  }
  return [first];
}
