import { makeStyles } from '@material-ui/core/styles';
import { useOpmodelPalette } from '@opmodel/backstage-plugin-opmodel-react';
import type { Waterfall } from './waterfall';

const useStyles = makeStyles(theme => ({
  track: { position: 'relative', height: 18 },
  bar: {
    position: 'absolute',
    top: 2,
    bottom: 2,
    minWidth: 3,
    borderRadius: 2,
  },
  line: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: 3,
    marginLeft: -1,
    borderRadius: 1,
    backgroundColor: theme.palette.text.primary,
  },
}));

/** One step of a waterfall, where it stands between the lowest and the highest share: better is solid, worse striped. A share itself is a line. */
export function WaterfallBar(props: {
  waterfall: Pick<Waterfall, 'low' | 'high'>;
  from: number;
  to: number;
}) {
  const { waterfall, from, to } = props;
  const classes = useStyles();
  const { good, bad } = useOpmodelPalette().states;
  const span = waterfall.high - waterfall.low || 1;
  const percent = (share: number) => ((share - waterfall.low) / span) * 100;
  if (from === to) {
    return (
      <div className={classes.track}>
        <div className={classes.line} style={{ left: `${percent(from)}%` }} />
      </div>
    );
  }
  const isBetter = to > from;
  return (
    <div className={classes.track}>
      <div
        className={classes.bar}
        style={{
          left: `${percent(Math.min(from, to))}%`,
          width: `${Math.abs(percent(to) - percent(from))}%`,
          background: isBetter
            ? good.mark
            : `repeating-linear-gradient(135deg, ${bad.mark} 0 3px, transparent 3px 5px)`,
        }}
      />
    </div>
  );
}
