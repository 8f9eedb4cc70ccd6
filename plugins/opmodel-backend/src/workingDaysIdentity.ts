import {
  listHolidays,
  type WorkingDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';

/**
 * Names working days in the name of a calculation, so that it is made anew when they change. How holidays are called and written
 * down changes no number.
 */
export function identifyWorkingDays(days: WorkingDays): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([days.weekdays, listHolidays(days)]))
    .digest('hex')
    .slice(0, 12);
  return `working-${hash}`;
}
