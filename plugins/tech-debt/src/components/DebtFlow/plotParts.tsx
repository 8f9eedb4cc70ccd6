import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';

/** Without the legend above it. Pixels. */
export const PLOT_HEIGHT = 232;
/** Around a plot. Pixels. */
export const PLOT_MARGIN = { top: 8, right: 16, bottom: 0, left: 0 };

const Y_AXIS_WIDTH = 52;

const useStyles = makeStyles(theme => ({
  chart: {
    '& .recharts-surface:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
      borderRadius: 4,
    },
    '& .recharts-surface:focus:not(:focus-visible)': { outline: 'none' },
  },
}));

/** The class of what holds a plot: its focus shows. */
export function usePlotClass(): string {
  return useStyles().chart;
}

/** What the axes of both plots have in common. Their bars and lines start at zero, since they are amounts. */
export function useAxes() {
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  const tick = { fontSize: 11, fill: theme.palette.text.secondary };
  return {
    grid: { vertical: false, stroke: palette.grid },
    x: {
      dataKey: 'day',
      tick,
      tickLine: false,
      axisLine: { stroke: palette.previous },
      tickFormatter: formats.shortDay,
      minTickGap: 28,
    },
    y: {
      width: Y_AXIS_WIDTH,
      domain: [0, 'auto'] as [number, 'auto'],
      tick,
      tickLine: false,
      axisLine: false,
    },
    cursor: { fill: theme.palette.action.hover },
  };
}
