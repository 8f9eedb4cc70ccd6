import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { weekdays, weekOf } from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';

/** When a digest could not go out on time, it goes out so much later at most: another day is another day's surprise. */
const LATEST_HOURS = 24;

/** When the weekly digest goes out and what it says. */
export interface DigestSettings {
  enabled: boolean;
  /** 1 is Monday, 7 Sunday. */
  weekday: number;
  /** Hour of the day in the calendar's zone, 0 to 23. */
  hour: number;
  /** Whether it says how many things wait, which counts what its readers may not see as well. */
  counts: boolean;
  /** Page of the portal with the list. */
  link: string;
}

/**
 * Reads `opmodel.attention.digest`.
 *
 * @throws InputError that names the key
 */
export function readDigestSettings(config: RootConfigService): DigestSettings {
  const root = 'opmodel.attention.digest';
  const named = config.getOptionalString(`${root}.weekday`) ?? 'monday';
  const weekday = weekdays.findIndex(day => day === named);
  if (weekday < 0) {
    throw new InputError(
      `${root}.weekday must be one of ${weekdays.join(', ')}, got '${named}'`,
    );
  }
  const hour = config.getOptionalNumber(`${root}.hour`) ?? 9;
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) {
    throw new InputError(`${root}.hour must be from 0 to 23, got ${hour}`);
  }
  return {
    enabled: config.getOptionalBoolean(`${root}.enabled`) ?? true,
    weekday: weekday + 1,
    hour,
    counts: config.getOptionalBoolean(`${root}.counts`) ?? false,
    link: config.getOptionalString(`${root}.link`) ?? '/',
  };
}

/**
 * The week whose digest is to go out now.
 *
 * @param now - epoch milliseconds
 * @param zone - IANA zone of the calendar
 * @returns the Monday of the ISO week; undefined where it is not time yet, or no longer
 */
export function weekDue(
  { weekday, hour }: Pick<DigestSettings, 'weekday' | 'hour'>,
  now: number,
  zone: string,
): string | undefined {
  const local = DateTime.fromMillis(now, { zone });
  // On a Monday, that of Sunday may still be late.
  for (const day of [local, local.minus({ weeks: 1 })]) {
    const due = day
      .startOf('week')
      .plus({ days: weekday - 1 })
      .set({ hour });
    const late = local.diff(due, 'hours').hours;
    if (late >= 0 && late < LATEST_HOURS) {
      return weekOf(due.toISODate()!);
    }
  }
  return undefined;
}
