import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** With what a window is compared, as it stands in the URL (`compare`). */
export type Comparison =
  | { with: 'previous' }
  | { with: 'last-year' }
  | { with: 'days'; from: string; to: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads what `compare` says: `previous`, `last-year`, or two days such as `2026-01-01..2026-03-31`. */
export function parseComparison(value: string | null): Comparison | undefined {
  if (value === 'previous' || value === 'last-year') {
    return { with: value };
  }
  const [from, to, ...rest] = (value ?? '').split('..');
  return rest.length === 0 && DAY.test(from) && DAY.test(to ?? '') && from <= to
    ? { with: 'days', from, to }
    : undefined;
}

/** Writes a comparison as {@link parseComparison} reads it. */
export function formatComparison(comparison: Comparison): string {
  return comparison.with === 'days'
    ? `${comparison.from}..${comparison.to}`
    : comparison.with;
}

/** The comparison that the URL holds, and how to change it; undefined closes it. */
export function useCompareParam(): {
  comparison: Comparison | undefined;
  compare: (comparison: Comparison | undefined) => void;
} {
  const [params, setParams] = useSearchParams();
  const compare = useCallback(
    (comparison: Comparison | undefined) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        if (comparison) {
          next.set('compare', formatComparison(comparison));
        } else {
          next.delete('compare');
        }
        return next;
      }),
    [setParams],
  );
  return { comparison: parseComparison(params.get('compare')), compare };
}
