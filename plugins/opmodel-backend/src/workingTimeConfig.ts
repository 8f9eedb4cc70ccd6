import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  type Holiday,
  type Weekday,
  weekdays,
  type WorkingDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { readDay, readDays } from './configuredDays';

/** Where durations count working days alone; null: where they count all time. */
export interface ConfiguredWorkingTime {
  /** Change lead time and its stages, under the definition `dora-2026` alone. */
  changeLeadTime: WorkingDays | null;
  /** Durations of work items, their ages, and what is expected of both. */
  flow: WorkingDays | null;
}

const KEY = 'opmodel.calendar';
const DEFAULT_WORKING_DAYS: readonly Weekday[] = weekdays.slice(0, 5);
const USES = ['changeLeadTime', 'flow'] as const;

/**
 * Reads the working days of the organisation, and where they count: nowhere, unless it asks for that.
 *
 * @param now - epoch milliseconds
 * @throws InputError that names the key, also of working days that are used nowhere
 */
export function readWorkingTime(
  config: RootConfigService,
  now: number,
): ConfiguredWorkingTime {
  const days: WorkingDays = {
    weekdays: readWeekdays(config),
    holidays: (config.getOptionalConfigArray(`${KEY}.holidays`) ?? []).map(
      (holiday, index) =>
        readHoliday(holiday, `${KEY}.holidays[${index}]`, now),
    ),
  };
  const use = config.getOptionalConfig(`${KEY}.workingTime`);
  for (const name of use?.keys() ?? []) {
    if (!USES.some(each => each === name)) {
      throw new InputError(
        `${KEY}.workingTime must name none but ${USES.join(
          ' and ',
        )}, got '${name}': recovery counts all time`,
      );
    }
  }
  const daysWhere = (name: (typeof USES)[number]) =>
    use?.getOptionalBoolean(name) ? days : null;
  return {
    changeLeadTime: daysWhere('changeLeadTime'),
    flow: daysWhere('flow'),
  };
}

function readWeekdays(config: RootConfigService): readonly Weekday[] {
  const key = `${KEY}.workingDays`;
  const named = config.getOptionalStringArray(key) ?? DEFAULT_WORKING_DAYS;
  for (const name of named) {
    if (!weekdays.some(day => day === name)) {
      throw new InputError(
        `${key} must name days of the week (${weekdays.join(
          ', ',
        )}), got '${name}'`,
      );
    }
  }
  if (named.length === 0) {
    throw new InputError(`${key} must name at least one day of the week`);
  }
  return weekdays.filter(day => named.includes(day));
}

function readHoliday(
  config: Pick<RootConfigService, 'getOptional' | 'getOptionalString' | 'has'>,
  key: string,
  now: number,
): Holiday {
  const name = config.getOptionalString('name') ?? null;
  if (!config.has('day')) {
    return { ...readDays(config, key, now), name };
  }
  if (config.has('from') || config.has('to')) {
    throw new InputError(`${key} must give either day, or from and to`);
  }
  const day = readDay(config, key, 'day', now);
  return { from: day, to: day, name };
}
