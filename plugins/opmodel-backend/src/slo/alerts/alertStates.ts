import {
  AT_RISK_BELOW,
  type BurnAlertState,
  type SloState,
} from '@opmodel/backstage-plugin-opmodel-common';

/** How alerts stand, the gravest first. */
const order: readonly BurnAlertState['state'][] = [
  'firing',
  'resolving',
  'pending',
  'no_data',
  'ok',
];

/** How the worst of the alerts of an objective stands; null without any. */
export function alertStateOf(
  alerts: readonly Pick<BurnAlertState, 'state'>[],
): BurnAlertState['state'] | null {
  return (
    order.find(state => alerts.some(alert => alert.state === state)) ?? null
  );
}

/** How an objective stands, with its alerts: one that fires puts at risk what is met. */
export function stateWithAlert(
  { state, remaining }: { state: SloState; remaining: number | null },
  alertState: BurnAlertState['state'] | null,
): SloState {
  if (state !== 'met' && state !== 'at_risk') {
    return state;
  }
  const isFiring = alertState === 'firing' || alertState === 'resolving';
  return isFiring || (remaining ?? 0) < AT_RISK_BELOW ? 'at_risk' : 'met';
}
