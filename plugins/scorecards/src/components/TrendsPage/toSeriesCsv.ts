import type { ScorecardSeries } from '@opmodel/backstage-plugin-opmodel-common';
import { toCsvTable } from '@opmodel/backstage-plugin-opmodel-react';

/** A trend as CSV, a line a step; a column for each level by its name. */
export function toSeriesCsv({ scorecard, points }: ScorecardSeries): string {
  return toCsvTable<ScorecardSeries['points'][number]>(
    [
      ['day', point => point.day],
      ['entities', point => point.entities],
      ['passing', point => point.passing],
      ['coverage', point => point.coverage],
      ...scorecard.levels.map(
        ({ name, rank }) =>
          [
            `level_${rank}_${name}`,
            (point: ScorecardSeries['points'][number]) =>
              point.levels.find(level => level.rank === rank)?.entities ?? 0,
          ] as const,
      ),
    ],
    points,
  );
}
