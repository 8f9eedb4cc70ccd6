import {
  flowing,
  overloaded,
  reliableBuilds,
  withoutEstimates,
} from './boards';
import type { DeliveryProfile } from './DeliveryProfile';
import { daily, fortnightly, measured, steady, weekly } from './paces';
import { byName, byRepository, modern } from './reporting';

/** The domain `delivery`: slots, routes and drivers. */
export const delivery: DeliveryProfile[] = [
  {
    component: 'route-optimizer',
    tier: 1,
    repository: 'route-optimizer',
    reporting: byRepository,
    pace: steady(measured),
    board: withoutEstimates,
    builds: reliableBuilds,
  },
  {
    component: 'slot-booking',
    tier: 1,
    repository: 'slot-booking',
    reporting: { ...modern, changes: 'merge' },
    pace: steady(daily),
    board: flowing,
  },
  {
    component: 'driver-app',
    tier: 2,
    repository: 'driver-app',
    reporting: byName,
    pace: steady(fortnightly),
    board: overloaded,
  },
  {
    component: 'driver-api',
    tier: 2,
    repository: 'driver-api',
    reporting: byRepository,
    pace: steady(daily),
    board: overloaded,
  },
  {
    component: 'proof-of-delivery',
    tier: 3,
    repository: 'proof-of-delivery',
    reporting: byName,
    pace: steady(weekly),
  },
];
