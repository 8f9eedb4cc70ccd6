import type { DefectPlace } from './flowItem';
import { flowRatio, type FlowRatio } from './flowRatio';

/** Defects of one severity by where they were found. */
export interface DefectsOfSeverity {
  severity: string;
  production: number;
  earlier: number;
  unknown: number;
}

/**
 * Escaped defects: found in production / found at a place that is known.
 *
 * @param defects - numbers of defects, such as the day rows' `defect:…` give them
 * @returns with one row a severity, in the order of their names
 */
export function computeEscapedDefects(
  defects: Iterable<{
    severity: string;
    place: DefectPlace;
    count: number;
  }>,
): FlowRatio & { bySeverity: DefectsOfSeverity[] } {
  const rows = new Map<string, DefectsOfSeverity>();
  for (const { severity, place, count } of defects) {
    const row = rows.get(severity) ?? {
      severity,
      production: 0,
      earlier: 0,
      unknown: 0,
    };
    row[place] += count;
    rows.set(severity, row);
  }
  const bySeverity = [...rows.values()].sort((a, b) =>
    a.severity < b.severity ? -1 : 1,
  );
  const sum = (place: 'production' | 'earlier') =>
    bySeverity.reduce((total, row) => total + row[place], 0);
  return {
    ...flowRatio(sum('production'), sum('production') + sum('earlier')),
    bySeverity,
  };
}
