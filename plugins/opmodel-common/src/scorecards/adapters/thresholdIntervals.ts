/** What one threshold says of a value. */
export type Threshold =
  | { operator: '>' | '>=' | '<' | '<='; value: number }
  | { operator: '==' | '!='; value: number | boolean }
  /** Both ends included. */
  | { operator: 'range'; from: number; to: number };

/** A part of the number line. */
interface Interval {
  from: number;
  /** Whether `from` is part of it. */
  withFrom: boolean;
  to: number;
  withTo: boolean;
}

/**
 * Finds the first part of the number line that no threshold says anything of. `10-20` beside `> 21` leaves a gap, although no whole number
 * lies between them and 20.5 may well be a value.
 *
 * @returns as `(20, 21]`; null: there is none
 */
export function findGap(thresholds: readonly Threshold[]): string | null {
  const intervals = thresholds
    .flatMap(intervalsOf)
    .sort((a, b) => a.from - b.from || Number(b.withFrom) - Number(a.withFrom));
  let end = -Infinity;
  // Nothing has this value, so that it does not matter whether it is covered.
  let withEnd = true;
  for (const next of intervals) {
    const touches =
      next.from < end || (next.from === end && (withEnd || next.withFrom));
    if (!touches) {
      return printInterval({
        from: end,
        withFrom: !withEnd,
        to: next.from,
        withTo: !next.withFrom,
      });
    }
    if (next.to > end) {
      end = next.to;
      withEnd = next.withTo;
    } else if (next.to === end) {
      withEnd ||= next.withTo;
    }
  }
  return end === Infinity
    ? null
    : printInterval({
        from: end,
        withFrom: !withEnd,
        to: Infinity,
        withTo: false,
      });
}

function intervalsOf(threshold: Threshold): Interval[] {
  if (threshold.operator === 'range') {
    const { from, to } = threshold;
    return from <= to ? [{ from, withFrom: true, to, withTo: true }] : [];
  }
  const { operator, value } = threshold;
  if (typeof value === 'boolean') {
    return [];
  }
  const below = (withTo: boolean): Interval => ({
    from: -Infinity,
    withFrom: true,
    to: value,
    withTo,
  });
  const above = (withFrom: boolean): Interval => ({
    from: value,
    withFrom,
    to: Infinity,
    withTo: true,
  });
  switch (operator) {
    case '<':
      return [below(false)];
    case '<=':
      return [below(true)];
    case '>':
      return [above(false)];
    case '>=':
      return [above(true)];
    case '==':
      return [{ from: value, withFrom: true, to: value, withTo: true }];
    default:
      return [below(false), above(false)];
  }
}

function printInterval({ from, withFrom, to, withTo }: Interval): string {
  if (from === to) {
    return String(from);
  }
  const print = (value: number) =>
    Number.isFinite(value) ? String(value) : `${value < 0 ? '-' : ''}∞`;
  const open = withFrom && Number.isFinite(from) ? '[' : '(';
  const close = withTo && Number.isFinite(to) ? ']' : ')';
  return `${open}${print(from)}, ${print(to)}${close}`;
}
