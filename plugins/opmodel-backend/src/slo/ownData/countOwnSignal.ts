import {
  countDeploymentSuccess,
  countIncidentFreeMinutes,
  type SliBucket,
  type SliBucketSeconds,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DeliveryOutcomes } from '../../dora/DeliveryHistory';
import { DateTime } from 'luxon';
import type { OwnIndicator } from './readOwnIndicator';

/**
 * Counts a signal of one entity by buckets. An incident that does not say where it was is one of every environment; a deployment
 * that does not say so is of none.
 *
 * @param span - with the IANA zone in which days begin, and the length of the buckets
 */
export function countOwnSignal(
  { signal, environment, since }: OwnIndicator,
  outcomes: DeliveryOutcomes,
  {
    zone,
    bucketSeconds,
    ...span
  }: SloSpan & { zone: string; bucketSeconds?: SliBucketSeconds },
): SliBucket[] {
  switch (signal) {
    case 'deployment-success':
      return countDeploymentSuccess(
        span,
        outcomes.deployments.filter(
          of => environment === null || of.environment === environment,
        ),
        outcomes.deploymentsFrom,
        bucketSeconds,
      );
    default:
      return countIncidentFreeMinutes(
        span,
        outcomes.incidents.filter(
          of =>
            environment === null ||
            of.environment === null ||
            of.environment === environment,
        ),
        earliest(
          outcomes.incidentsFrom,
          since === null ? null : DateTime.fromISO(since, { zone }).toMillis(),
        ),
        bucketSeconds,
      );
  }
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? a ?? b : Math.min(a, b);
}
