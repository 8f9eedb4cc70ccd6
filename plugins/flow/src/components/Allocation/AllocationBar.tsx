import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  useOpmodelPalette,
  type SeriesId,
} from '@opmodel/backstage-plugin-opmodel-react';

const useStyles = makeStyles({
  track: { position: 'relative', height: 12, borderRadius: 3 },
  part: { height: '100%', borderRadius: 3 },
  target: { position: 'absolute', top: -3, bottom: -3, width: 2 },
});

/** A share as a bar, with what was agreed as a line across it. Decoration beside the numbers: hidden from screen readers. */
export function AllocationBar(props: {
  share: number | null;
  target: number | null;
  series: SeriesId;
}) {
  const { share, target, series } = props;
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
          width: `${(share ?? 0) * 100}%`,
          background: palette.series[series],
        }}
      />
      {target !== null && (
        <div
          className={classes.target}
          style={{
            left: `calc(${target * 100}% - 1px)`,
            background: theme.palette.text.primary,
          }}
        />
      )}
    </div>
  );
}
