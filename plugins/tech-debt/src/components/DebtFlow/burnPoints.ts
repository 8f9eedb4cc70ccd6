import type { DebtFlowReport } from '@opmodel/backstage-plugin-opmodel-common';

/** In what debt is measured. */
export type BurnMeasure = 'items' | 'principalDays';

/** What a burn chart draws, in the order of the legend. */
export const burnLines = ['scope', 'ended', 'owed'] as const;

/** Burn-up and burn-down on a day; null: no item has a principal, which is not 0. */
export type BurnPoint = { day: string } & Record<
  (typeof burnLines)[number],
  number | null
>;

/** The points of a burn chart in one measure. */
export function burnPoints(
  { burn }: Pick<DebtFlowReport, 'burn'>,
  measure: BurnMeasure,
): BurnPoint[] {
  return burn.map(point => ({
    day: point.day,
    scope: point[measure]?.scope ?? null,
    ended: point[measure]?.ended ?? null,
    owed: point[measure]?.owed ?? null,
  }));
}
