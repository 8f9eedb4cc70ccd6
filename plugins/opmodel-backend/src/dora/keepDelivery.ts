import type {
  DayCount,
  Delivery,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DeliveryResult } from './DeliveryStore';

/** What is kept of a result, with what the days that are not kept still tell. */
export interface KeptDelivery {
  delivery: Delivery;
  days: DayCount[];
  /** From when on the entity is known to deploy: its first deployment, or the first day that is kept. Null: it never has. */
  firstDeploymentDay: string | null;
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
  const first = counted[0]?.day ?? null;
  const isKept = ({ day }: { day: string }) => day >= keptSince;
  return {
    delivery: {
      deployments: delivery.deployments.filter(isKept),
      samples: delivery.samples.filter(isKept),
    },
    days: days.filter(isKept),
    firstDeploymentDay: first !== null && first < keptSince ? keptSince : first,
    lastDeploymentAt: counted.at(-1)?.finishedAt ?? null,
  };
}
