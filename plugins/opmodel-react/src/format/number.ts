import { NO_VALUE } from './duration';

function format(
  value: number | null | undefined,
  language: string | undefined,
  options: Intl.NumberFormatOptions,
): string {
  return value === null || value === undefined || !Number.isFinite(value)
    ? NO_VALUE
    : new Intl.NumberFormat(language, options).format(value);
}

/** A count, grouped as the language does. */
export function formatCount(
  count: number | null | undefined,
  language?: string,
): string {
  return format(count, language, { maximumFractionDigits: 0 });
}

/** A number with at most two decimals: `12.86`. */
export function formatDecimal(
  value: number | null | undefined,
  language?: string,
): string {
  return format(value, language, { maximumFractionDigits: 2 });
}

/** The number of a rate: two decimals below 1, one below 100, then none. */
export function formatRateNumber(
  rate: number | null | undefined,
  language?: string,
): string {
  const size = Math.abs(rate ?? 0);
  let digits = 0;
  if (size < 0.995) {
    digits = 2;
  } else if (size < 99.95) {
    digits = 1;
  }
  return format(rate, language, { maximumFractionDigits: digits });
}

/** A rate per week: `3.2 / week`. */
export function formatRate(
  perWeek: number | null | undefined,
  unit: string = 'week',
  language?: string,
): string {
  const number = formatRateNumber(perWeek, language);
  return number === NO_VALUE ? number : `${number}\u00a0/\u00a0${unit}`;
}

/** The smallest percentage that one decimal can tell from nothing. */
const LEAST_PERCENT = 0.1;

/**
 * A share between 0 and 1 as a percentage: `12.5 %`; one decimal below 20 %, else
 * none. What is little, but not nothing, is `< 0.1 %`.
 */
export function formatShare(
  share: number | null | undefined,
  language?: string,
): string {
  const percent =
    share === null || share === undefined ? undefined : share * 100;
  const digits = percent !== undefined && Math.abs(percent) < 20 ? 1 : 0;
  if (percent !== undefined && percent > 0 && percent < LEAST_PERCENT / 2) {
    const least = format(LEAST_PERCENT, language, { maximumFractionDigits: 1 });
    return `<\u00a0${least}\u00a0%`;
  }
  const number = format(percent, language, { maximumFractionDigits: digits });
  return number === NO_VALUE ? number : `${number}\u00a0%`;
}
