import {
  countDeploymentSuccess,
  countIncidentFreeMinutes,
  type SliBucket,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DeliveryOutcomes } from '../../dora/DeliveryHistory';
import { DateTime } from 'luxon';
import type { OwnIndicator } from './readOwnIndicator';

/**
 * Counts a signal of one entity by five minutes. An incident that does not say where it was is one of every environment; a deployment
 * that does not say so is of none.
 *
 * @param span - with the IANA zone in which days begin
 */
export function countOwnSignal(
  { signal, environment, since }: OwnIndicator,
  outcomes: DeliveryOutcomes,
  { zone, ...span }: SloSpan & { zone: string },
): SliBucket[] {
  switch (signal) {
    case 'deployment-success':
      return countDeploymentSuccess(
        span,
        outcomes.deployments.filter(
          of => environment === null || of.environment === environment,
        ),
        outcomes.deploymentsFrom,
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
      );
  }
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? a ?? b : Math.min(a, b);
}
