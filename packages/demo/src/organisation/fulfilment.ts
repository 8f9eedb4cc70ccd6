import { bursty, inSprints, reliableBuilds, tidy } from './boards';
import type { DeliveryProfile } from './DeliveryProfile';
import {
  brisk,
  daily,
  fortnightly,
  improving,
  measured,
  steady,
  weekly,
} from './paces';
import { byName, byRepository, modern } from './reporting';

/**
 * The domain `fulfilment`: warehouses and stock. `carbon-calculator` has no profile on purpose: nothing reports on it.
 */
export const fulfilment: DeliveryProfile[] = [
  // The team that improves.
  {
    component: 'picking-service',
    tier: 1,
    repository: 'picking-service',
    reporting: modern,
    pace: improving(brisk),
    board: tidy,
    builds: reliableBuilds,
  },
  {
    component: 'packing-station',
    tier: 2,
    repository: 'packing-station',
    reporting: modern,
    pace: improving(daily),
    board: inSprints,
  },
  {
    component: 'robot-controller',
    tier: 1,
    repository: 'robot-controller',
    reporting: byRepository,
    pace: improving(daily),
    board: inSprints,
  },
  // Its owner left the catalog.
  {
    component: 'label-printer',
    tier: 3,
    repository: 'label-printer',
    reporting: byRepository,
    pace: steady(fortnightly),
  },
  {
    component: 'stock-service',
    tier: 1,
    repository: 'stock-service',
    reporting: byRepository,
    pace: steady(measured),
    board: tidy,
  },
  {
    component: 'replenishment',
    tier: 2,
    repository: 'replenishment',
    reporting: byName,
    pace: steady(weekly),
    board: bursty,
  },
  {
    component: 'supplier-portal',
    tier: 3,
    repository: 'supplier-portal',
    reporting: byName,
    pace: steady(fortnightly),
  },
];
