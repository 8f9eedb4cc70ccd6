import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useApiHolder } from '@backstage/core-plugin-api';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { opmodelTranslationRef } from '../translation';
import { formatAxisDuration, formatDuration } from './duration';
import {
  formatDay,
  formatDayRange,
  formatInstant,
  formatRelative,
  formatShortDay,
  formatShortWeekday,
  formatWeekday,
} from './instant';
import {
  formatCount,
  formatDecimal,
  formatRate,
  formatRateNumber,
  formatShare,
} from './number';

/** Formatters in the language and with the unit names of the app. A number that is not known becomes a dash. */
export interface Formats {
  /** Seconds as `2 h 15 m`. */
  duration(seconds: number | null | undefined): string;
  /** Seconds on an axis, in one unit: `36 h`. */
  axisDuration(seconds: number): string;
  /** `1,204` */
  count(count: number | null | undefined): string;
  /** At most two decimals: `12.86` */
  decimal(value: number | null | undefined): string;
  /** `3.2 / week` */
  rate(perWeek: number | null | undefined): string;
  /** `3.2` */
  rateNumber(rate: number | null | undefined): string;
  /** A share between 0 and 1 as `12.5 %`. */
  share(share: number | null | undefined): string;
  /** `5 Nov 2026` */
  day(day: string | null | undefined): string;
  /** `5 Nov` */
  shortDay(day: string | null | undefined): string;
  /** `Sunday` */
  weekday(day: string | null | undefined): string;
  /** The day of the week: `Mon`. */
  shortWeekday(day: string | null | undefined): string;
  /** `25 Aug – 22 Nov 2026` */
  dayRange(from: string, to: string): string;
  /** `5 Nov 2026, 14:03 CET` */
  instant(instant: string | null | undefined, zone?: string): string;
  /** `4 min ago` */
  relative(instant: string | null | undefined, now?: DateTime): string;
}

/** Formatters in the app's language. Plain English dates put the day before the month, which nobody misreads. */
export function useFormats(): Formats {
  const { t } = useTranslationRef(opmodelTranslationRef);
  const chosen = useApiHolder().get(appLanguageApiRef)?.getLanguage().language;
  const language = !chosen || chosen === 'en' ? 'en-GB' : chosen;
  return useMemo(() => {
    const units = {
      day: t('unit.day'),
      hour: t('unit.hour'),
      minute: t('unit.minute'),
      second: t('unit.second'),
    };
    const count = (value: number | null | undefined) =>
      formatCount(value, language);
    return {
      duration: seconds => formatDuration(seconds, units, count),
      axisDuration: seconds => formatAxisDuration(seconds, units, count),
      count,
      decimal: value => formatDecimal(value, language),
      rate: perWeek => formatRate(perWeek, t('unit.week'), language),
      rateNumber: rate => formatRateNumber(rate, language),
      share: share => formatShare(share, language),
      day: day => formatDay(day, language),
      shortDay: day => formatShortDay(day, language),
      weekday: day => formatWeekday(day, language),
      shortWeekday: day => formatShortWeekday(day, language),
      dayRange: (from, to) => formatDayRange(from, to, language),
      instant: (instant, zone) => formatInstant(instant, zone, language),
      relative: (instant, now) => formatRelative(instant, now, language),
    };
  }, [t, language]);
}
