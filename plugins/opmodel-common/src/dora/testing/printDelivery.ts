import { dayOf } from '../../calendar/days';
import type { PrintedValue } from '../../client/DoraInsightApi';
import type { DoraMetricId } from '../../client/OpmodelApi';
import { computeDelivery } from '../computeDelivery';
import { countDeliveryDays } from '../countDeliveryDays';
import type { DayMetric } from '../dayMetrics';
import type { DoraProfile } from '../doraProfile';
import type { DeliveryRows } from '../facts';
import { middleOfWindow } from '../middleOf';
import { printMetric } from '../printMetric';

/** What a definition makes of the rows of one component, as its tool prints it; days in UTC. */
export function printDelivery(
  rows: DeliveryRows,
  profile: DoraProfile,
  window: { from: string; to: string },
): (metric: DoraMetricId) => PrintedValue | null {
  const delivery = computeDelivery(rows, profile, 'UTC');
  const isWithin = ({ day }: { day: string }) =>
    day >= window.from && day <= window.to;
  const counts = countDeliveryDays(delivery);
  const total = (metric: DayMetric) =>
    counts
      .filter(count => count.metric === metric && isWithin(count))
      .reduce((sum, { count }) => sum + count, 0);
  const daysOf = (metric: DayMetric) =>
    counts.filter(count => count.metric === metric).map(({ day }) => day);
  const hasEnded = ({ recoveredAt }: { recoveredAt: number | null }) =>
    profile.failures.recoveryWindow === 'day' ||
    (recoveredAt !== null && dayOf(recoveredAt, 'UTC') <= window.to);
  const seconds: Partial<Record<DoraMetricId, number | null>> = {
    'change-lead-time': middleOfWindow(
      delivery.samples
        .filter(isWithin)
        .filter(sample => sample.seconds !== null)
        .map(sample => ({
          day: sample.day,
          environment: sample.environment,
          value: sample.seconds!,
        })),
      profile,
    ),
    'failed-deployment-recovery-time': middleOfWindow(
      delivery.recoveries
        .filter(isWithin)
        .filter(hasEnded)
        .filter(recovery => recovery.seconds !== null)
        .map(({ day, seconds: value }) => ({ day, value: value! })),
      profile,
    ),
  };
  const { numerator, incidents } = profile.failures;
  const failures: DayMetric =
    incidents === 'all' ? 'incidents' : 'failure_incidents';
  return metric =>
    printMetric(metric, profile, {
      window,
      medianSeconds: seconds[metric],
      numerator: total(
        numerator === 'failed_deployments' ? 'failed_deployments' : failures,
      ),
      deployments: total('deployments'),
      deploymentDays: daysOf('deployments'),
      knownFrom: daysOf('deployments')[0] ?? null,
    });
}
