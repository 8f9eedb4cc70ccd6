import type { ContractError } from '@opmodel/backstage-plugin-opmodel-common';
import type { Measurement } from '../../intake/MeasurementPort';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import { pushSourceType } from './PushSource';

/** How far clocks of producers may be ahead. Milliseconds. */
const CLOCK_AHEAD = 300_000;

/**
 * Why a measurement cannot be kept.
 *
 * @param slo - undefined where the catalog has none
 * @param options - `now` and `firstMeasured`, the first hour that is measured, in epoch milliseconds
 */
export function checkPushed(
  { objective, start, seconds }: Measurement,
  slo: StoredSlo | undefined,
  { now, firstMeasured }: { now: number; firstMeasured: number },
): ContractError[] {
  if (start > now + CLOCK_AHEAD) {
    return [{ path: 'start', message: 'expected a bucket that has begun' }];
  }
  const isOld = start + seconds * 1_000 <= firstMeasured;
  if (isOld && seconds < 3_600) {
    return [
      {
        path: 'start',
        message: `expected a bucket of an hour or longer for a time before ${new Date(
          firstMeasured,
        ).toISOString()}`,
      },
    ];
  }
  if (!slo) {
    const message =
      'expected an SLO of the catalog: so old a bucket is not kept for one that is yet to come';
    return isOld ? [{ path: 'slo', message }] : [];
  }
  if (slo.sourceType !== pushSourceType) {
    const message = `expected an SLO whose metrics are of type ${pushSourceType}; this one ${
      slo.sourceType === null
        ? 'cannot be measured, and its problems say why'
        : `is measured by ${slo.sourceType}`
    }`;
    return [{ path: 'slo', message }];
  }
  return slo.definition.objectives.some(({ index }) => index === objective)
    ? []
    : [{ path: 'objective', message: 'expected an objective of the SLO' }];
}
