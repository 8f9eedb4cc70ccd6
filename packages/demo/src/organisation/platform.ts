import { platformWork, reliableBuilds, tidy } from './boards';
import type { DeliveryProfile } from './DeliveryProfile';
import { brisk, daily, fortnightly, measured, steady, weekly } from './paces';
import { byName, byRepository, modern, productionOnly } from './reporting';

/** The domain `platform`: runtime, identity, events and tools. */
export const platform: DeliveryProfile[] = [
  {
    component: 'api-gateway',
    tier: 1,
    repository: 'api-gateway',
    reporting: { ...modern, changes: 'merge' },
    pace: steady(brisk),
    board: platformWork,
  },
  {
    component: 'cluster-operator',
    tier: 1,
    repository: 'cluster-operator',
    reporting: productionOnly,
    pace: steady(measured),
    board: platformWork,
    withoutReview: true,
  },
  {
    component: 'config-service',
    tier: 2,
    repository: 'config-service',
    reporting: byName,
    pace: steady(weekly),
    board: platformWork,
  },
  {
    component: 'identity-provider',
    tier: 1,
    repository: 'identity-provider',
    reporting: modern,
    pace: steady(weekly),
    board: tidy,
    builds: reliableBuilds,
  },
  {
    component: 'feature-flags',
    tier: 2,
    repository: 'feature-flags',
    reporting: byRepository,
    pace: steady(daily),
    board: platformWork,
  },
  {
    component: 'event-lake',
    tier: 2,
    repository: 'event-lake',
    reporting: byRepository,
    pace: steady(measured),
  },
  {
    component: 'demand-forecast',
    tier: 3,
    repository: 'demand-forecast',
    reporting: byName,
    pace: steady(fortnightly),
  },
];
