import { useOpmodelPalette } from '@opmodel/backstage-plugin-opmodel-react';
import type { ScorecardLevelView } from '@opmodel/backstage-plugin-opmodel-common';

/** How the area of a level is drawn. */
export interface LevelFill {
  fill: string;
  opacity: number;
}

const FAINTEST = 0.2;

/**
 * Draws levels as areas: in the colour that the scorecard gives, else ever stronger with the rank. The empty level has no fill;
 * who draws it gives all of them an outline, so that no level depends on its colour.
 */
export function useLevelFill(): (
  level: Pick<ScorecardLevelView, 'rank' | 'color'>,
  highest: number,
) => LevelFill {
  const palette = useOpmodelPalette();
  return ({ rank, color }, highest) => {
    if (rank === 0) {
      return { fill: palette.grid, opacity: 0.5 };
    }
    return color === null
      ? {
          fill: palette.series.coverage,
          opacity: FAINTEST + ((1 - FAINTEST) * rank) / Math.max(highest, 1),
        }
      : { fill: color, opacity: 1 };
  };
}
