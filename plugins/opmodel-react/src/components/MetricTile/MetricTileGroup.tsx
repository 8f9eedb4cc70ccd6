import { makeStyles } from '@material-ui/core/styles';
import { useId, type ReactNode } from 'react';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';

const useStyles = makeStyles(theme => ({
  groups: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5),
  },
  group: {
    minWidth: 0,
    flexBasis: 0,
    display: 'flex',
    flexDirection: 'column',
  },
  label: {
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    margin: theme.spacing(0, 0, 0.5, 0.25),
    fontSize: 12,
    lineHeight: '18px',
  },
  name: { fontWeight: 600, color: theme.palette.text.primary },
  tiles: {
    flex: 1,
    display: 'grid',
    gap: theme.spacing(1.5),
    '& > *': { minWidth: 0 },
  },
  apart: {
    padding: theme.spacing(1, 1.5, 1.5),
    border: `1px dashed ${theme.palette.divider}`,
    borderRadius: 8,
  },
}));

/** Groups of tiles in one row; they stack on narrow pages. */
export function MetricTileGroups(props: { children: ReactNode }) {
  return <div className={useStyles().groups}>{props.children}</div>;
}

/** Width below which tiles wrap. Pixels. */
const LEAST_WIDTH = 172;
const GAP = 12;

/** Tiles that belong together, under the word for what they have in common. */
export function MetricTileGroup(props: {
  label: string;
  /** What the group is, in a few words behind the label. */
  meaning?: string;
  /** How many tiles it holds: groups side by side share the width by that. */
  tiles: number;
  /** For numbers that stand beside the others and are not to be mixed up with them. */
  apart?: boolean;
  children: ReactNode;
}) {
  const { label, meaning, tiles, apart, children } = props;
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const labelId = useId();
  return (
    <div
      role="group"
      aria-labelledby={labelId}
      className={`${classes.group} ${apart ? classes.apart : ''}`}
      style={{
        flexGrow: tiles,
        minWidth: `min(100%, ${tiles * LEAST_WIDTH + (tiles - 1) * GAP}px)`,
      }}
    >
      <div className={classes.label} style={{ color: palette.quiet }}>
        <span id={labelId} className={classes.name}>
          {label}
        </span>
        {meaning}
      </div>
      <div
        className={classes.tiles}
        style={{
          gridTemplateColumns: `repeat(auto-fit, minmax(${LEAST_WIDTH}px, 1fr))`,
        }}
      >
        {children}
      </div>
    </div>
  );
}
