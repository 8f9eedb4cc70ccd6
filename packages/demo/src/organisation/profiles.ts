import type { DeliveryProfile } from './DeliveryProfile';
import { delivery } from './delivery';
import { fulfilment } from './fulfilment';
import { money } from './money';
import { platform } from './platform';
import { shopping } from './shopping';

/** Every component of the demo organisation that reports events, domain by domain. */
export const profiles: DeliveryProfile[] = [
  ...shopping,
  ...money,
  ...fulfilment,
  ...delivery,
  ...platform,
];
