import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { SeriesId } from '../../palette/palette';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';

const useStyles = makeStyles({
  track: {
    height: 8,
    borderRadius: 4,
    overflow: 'hidden',
    margin: '12px 0',
  },
  part: { height: '100%' },
});

/** A share as part of a bar from 0 to 100 %. Decoration beside the number: hidden from screen readers. */
export function ShareBar(props: {
  /** 0 to 1. */
  share: number;
  series?: SeriesId;
}) {
  const { share, series } = props;
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const theme = useTheme();
  return (
    <div
      className={classes.track}
      style={{ background: palette.grid }}
      aria-hidden="true"
    >
      <div
        className={classes.part}
        style={{
          width: `${Math.min(1, Math.max(0, share)) * 100}%`,
          background: series
            ? palette.series[series]
            : theme.palette.primary.main,
        }}
      />
    </div>
  );
}
