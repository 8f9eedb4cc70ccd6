import { NO_VALUE } from '@opmodel/backstage-plugin-opmodel-react';

const MOST_DIGITS = 5;

/**
 * Decimals of a percentage with which an attainment is shown beside its target: one more than the target itself has, at least two.
 *
 * @param target - 0 up to 1
 */
export function attainmentDigits(target: number): number {
  const own = targetDigits(target);
  return Math.min(MOST_DIGITS, Math.max(2, own + 1));
}

/**
 * An attainment as a percentage. It is cut, not rounded, so that 99.9996 % is not shown as 100 % and a missed target not as met.
 *
 * @param attainment - 0 to 1; null: not known
 * @param target - what it is held against
 */
export function formatAttainment(
  attainment: number | null,
  target: number,
  language?: string,
): string {
  if (attainment === null) {
    return NO_VALUE;
  }
  let digits = attainmentDigits(target);
  // A target that was just met is told from one that was met exactly.
  while (
    digits < MOST_DIGITS &&
    Math.abs(cutAt(attainment, digits) - target * 100) < 1e-9
  ) {
    digits += 1;
  }
  return percent(cutAt(attainment, digits), language, MOST_DIGITS);
}

function cutAt(share: number, digits: number): number {
  const factor = 10 ** digits;
  // Binary fractions fall short of what they stand for: 0.9995 * 100 is 99.94999….
  return Math.floor(share * 100 * factor + 1e-6) / factor;
}

/** A target as a percentage, with all of its decimals. */
export function formatTarget(target: number, language?: string): string {
  return percent(target * 100, language, MOST_DIGITS);
}

function targetDigits(target: number): number {
  for (let digits = 0; digits < MOST_DIGITS; digits++) {
    const scaled = target * 100 * 10 ** digits;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) {
      return digits;
    }
  }
  return MOST_DIGITS;
}

function percent(
  value: number,
  language: string | undefined,
  digits: number,
): string {
  const number = new Intl.NumberFormat(language, {
    maximumFractionDigits: digits,
  }).format(value);
  return `${number}\u00a0%`;
}
