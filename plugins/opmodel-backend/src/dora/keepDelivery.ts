import type {
  DayCount,
  Delivery,
  RecordKey,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DeliveryResult } from './DeliveryStore';

/** What is kept of a result, with what the days that are not kept still tell. */
export interface KeptDelivery {
  delivery: Delivery;
  days: DayCount[];
  /** From when on the entity is known to deploy: its first deployment, or the first day that is kept. Null: it never has. */
  firstDeploymentDay: string | null;
  /** From when on it is known to have incidents, told in the same way. */
  firstIncidentDay: string | null;
  /** Epoch milliseconds. */
  lastDeploymentAt: number | null;
}

/**
 * Leaves out the days that are not kept. What happened on them becomes unknown, never zero: the entity is known from the first
 * day that is kept.
 */
export function keepDelivery({
  delivery,
  days,
  keptSince = '',
}: DeliveryResult): KeptDelivery {
  const counted = delivery.deployments.filter(
    deployment => deployment.exclusion === null,
  );
  const knownFrom = (first: string | undefined) => {
    if (first === undefined) {
      return null;
    }
    return first < keptSince ? keptSince : first;
  };
  const isKept = ({ day }: { day: string }) => day >= keptSince;
  return {
    delivery: {
      ...delivery,
      deployments: delivery.deployments.filter(isKept),
      samples: delivery.samples.filter(isKept),
      recoveries: delivery.recoveries.filter(isKept),
      incidents: delivery.incidents.filter(isKept),
      excludedDays: delivery.excludedDays.filter(day => day >= keptSince),
    },
    days: days.filter(isKept),
    firstDeploymentDay: knownFrom(counted[0]?.day),
    firstIncidentDay: knownFrom(
      delivery.incidents
        .filter(({ unlinked }) => unlinked !== 'withdrawn')
        .map(({ day }) => day)
        .sort()[0],
    ),
    lastDeploymentAt: counted.at(-1)?.finishedAt ?? null,
  };
}

/** When a deployment was recovered, and how long that took. */
export interface DeploymentRecovery {
  /** Epoch milliseconds; null where it is not. */
  recoveredAt: number | null;
  /** Null where it gives no sample. */
  seconds: number | null;
}

/** The recoveries of failed deployments by {@link keyOfDeployment}: with the last of the incidents where each has its own. */
export function recoveriesByDeployment({
  recoveries,
}: Pick<Delivery, 'recoveries'>): ReadonlyMap<string, DeploymentRecovery> {
  const found = new Map<string, DeploymentRecovery>();
  for (const { deployment, recoveredAt, seconds } of recoveries) {
    if (deployment === null) {
      continue;
    }
    const key = keyOfDeployment(deployment);
    const known = found.get(key);
    if (recoveredAt === null) {
      found.set(key, { recoveredAt: null, seconds: null });
    } else if (
      known === undefined ||
      (known.recoveredAt !== null &&
        (recoveredAt > known.recoveredAt ||
          (recoveredAt === known.recoveredAt &&
            (seconds ?? -1) > (known.seconds ?? -1))))
    ) {
      found.set(key, { recoveredAt, seconds });
    }
  }
  return found;
}

export function keyOfDeployment({ source, subject }: RecordKey): string {
  return JSON.stringify([source, subject]);
}
