import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { ItemMoment } from './FlowStore';

/**
 * The end of a window, or now where it has not ended.
 *
 * @param zone - IANA zone in which days end
 * @param now - epoch milliseconds
 */
export function momentOf(
  { to }: { to: string },
  zone: string,
  now: number,
): ItemMoment {
  return {
    day: to,
    at:
      to >= dayOf(now, zone)
        ? now
        : DateTime.fromISO(to, { zone }).endOf('day').toMillis(),
  };
}
