import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ScorecardSeries } from '@opmodel/backstage-plugin-opmodel-common';
import type { ReactNode } from 'react';

/** Pixels. */
export const Y_AXIS_WIDTH = 48;
/** Pixels. */
export const LEGEND_HEIGHT = 28;
/** Around a plot: half the label of a mark at its last step has a place at the right. Pixels. */
export const PLOT_MARGIN = { top: 16, right: 40, bottom: 0, left: 0 };

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    minHeight: LEGEND_HEIGHT,
    paddingLeft: Y_AXIS_WIDTH,
    fontSize: 12,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
    '& > span': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
  chart: {
    '& .recharts-surface:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
      borderRadius: 4,
    },
    '& .recharts-surface:focus:not(:focus-visible)': { outline: 'none' },
  },
}));

/** The names of what a plot draws, above it. The caption and the table say the same to those who do not see it. */
export function PlotLegend(props: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.legend} aria-hidden="true">
      {props.children}
    </div>
  );
}

/** The class of what holds a plot: its focus shows. */
export function usePlotClass(): string {
  return useStyles().chart;
}

/** What the axes of both plots have in common. */
export function useAxes() {
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  const tick = { fontSize: 11, fill: theme.palette.text.secondary };
  return {
    x: {
      dataKey: 'day',
      tick,
      tickLine: false,
      axisLine: { stroke: palette.previous },
      tickFormatter: formats.shortDay,
      minTickGap: 28,
    },
    y: { width: Y_AXIS_WIDTH, tick, tickLine: false, axisLine: false },
    grid: { vertical: false, stroke: palette.grid },
    mark: { stroke: theme.palette.text.primary, strokeDasharray: '4 3' },
  };
}

/** The steps in which the scorecard changed: a change belongs to the first step that ends after it. */
export function markedDays({
  points,
  definitionChanges,
}: ScorecardSeries): Array<{ day: string; version: number }> {
  return definitionChanges.flatMap(({ day, version }) => {
    const step = points.find(point => point.day >= day);
    return step ? [{ day: step.day, version }] : [];
  });
}
