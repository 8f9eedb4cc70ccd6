import { alpha } from '@material-ui/core/styles';
import { useOpmodelPalette } from '@opmodel/backstage-plugin-opmodel-react';
import type { CSSProperties } from 'react';
import type { DayLevel } from './calendarOf';

/** How a day of a level looks: by its colour, its outline and a sign, so that colour alone tells nothing. */
export function useLevelStyles(): Record<
  DayLevel,
  { style: CSSProperties; sign: string }
> {
  const { states, series } = useOpmodelPalette();
  const filled = (colour: string, opacity: number): CSSProperties => ({
    backgroundColor: alpha(colour, opacity),
    border: `1px solid ${colour}`,
  });
  const dashed: CSSProperties = {
    border: `1px dashed ${states.no_data.mark}`,
  };
  return {
    met: { style: filled(series.coverage, 0.15), sign: '' },
    met_much: { style: filled(series.coverage, 0.45), sign: '' },
    missed: { style: filled(states.bad.mark, 0.2), sign: '!' },
    missed_far: { style: filled(states.bad.mark, 0.35), sign: '‼' },
    thin: { style: dashed, sign: '…' },
    no_data: { style: dashed, sign: '' },
  };
}
