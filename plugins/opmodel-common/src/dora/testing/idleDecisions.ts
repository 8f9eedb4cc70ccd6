import type { DoraProfile } from '../doraProfile';
import type { DeliveryRows } from '../facts';
import { otherDecisions } from './otherDecisions';
import { printDelivery } from './printDelivery';

const METRICS = [
  'change-lead-time',
  'deployment-frequency',
  'failed-deployment-recovery-time',
  'change-fail-rate',
] as const;

/** The decisions of a definition that may be taken in any other way without a change in what is printed of the rows. */
export function idleDecisions(
  rows: DeliveryRows,
  profile: DoraProfile,
  window: { from: string; to: string },
): string[] {
  const printAll = (other: DoraProfile) =>
    JSON.stringify(METRICS.map(printDelivery(rows, other, window)));
  const printed = printAll(profile);
  return [...otherDecisions(profile)]
    .filter(([, others]) => others.every(other => printAll(other) === printed))
    .map(([name]) => name);
}
