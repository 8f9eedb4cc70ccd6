import {
  bursty,
  dependent,
  flowing,
  reliableBuilds,
  withoutEstimates,
} from './boards';
import type { DeliveryProfile } from './DeliveryProfile';
import { daily, fortnightly, measured, steady, weekly } from './paces';
import { byName, byRepository, changesOnly, modern } from './reporting';

/** The domain `money`: payments and the books. */
export const money: DeliveryProfile[] = [
  {
    component: 'payment-gateway',
    tier: 1,
    repository: 'payment-gateway',
    reporting: modern,
    pace: steady(measured),
    board: withoutEstimates,
    builds: reliableBuilds,
  },
  {
    component: 'fraud-screening',
    tier: 1,
    repository: 'fraud-screening',
    reporting: modern,
    pace: steady(weekly),
    board: dependent,
  },
  {
    component: 'refunds',
    tier: 2,
    repository: 'refunds',
    reporting: byRepository,
    pace: steady(weekly),
    board: flowing,
  },
  // A few weeks old: fewer deployments than a grade needs.
  {
    component: 'gift-cards',
    tier: 3,
    repository: 'gift-cards',
    reporting: modern,
    pace: steady({ ...daily, changesPerWeek: 0.5, failureRate: 0 }),
    onlyChangesDaysBefore: [34, 20],
  },
  {
    component: 'ledger-api',
    tier: 1,
    repository: 'ledger-api',
    reporting: byName,
    pace: steady(fortnightly),
    board: bursty,
  },
  {
    component: 'invoicing',
    tier: 2,
    repository: 'invoicing',
    reporting: byName,
    pace: steady(fortnightly),
  },
  {
    component: 'tax-rules',
    tier: 2,
    repository: 'tax-rules',
    reporting: changesOnly,
    pace: steady(fortnightly),
  },
];
