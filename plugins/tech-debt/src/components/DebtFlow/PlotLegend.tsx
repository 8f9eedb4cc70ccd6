import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(0, 2),
    minHeight: 28,
    fontSize: 12,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
    '& > span': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
}));

/** What a plot draws under one name. */
export interface LegendEntry {
  id: string;
  label: string;
  colour: string;
  /** Of a line; undefined: it is drawn through. */
  dash?: string;
}

/** The names of what a plot draws, above it. The caption and the table say the same to those who do not see it. */
export function PlotLegend(props: {
  entries: readonly LegendEntry[];
  marks: 'bars' | 'lines';
}) {
  const { entries, marks } = props;
  const classes = useStyles();
  return (
    <div className={classes.legend} aria-hidden="true">
      {entries.map(entry => (
        <span key={entry.id}>
          {marks === 'bars' ? (
            <svg width="10" height="10">
              <rect width="10" height="10" rx="2" fill={entry.colour} />
            </svg>
          ) : (
            <svg width="22" height="8">
              <line
                x2="22"
                y1="4"
                y2="4"
                stroke={entry.colour}
                strokeWidth="2"
                strokeDasharray={entry.dash}
              />
            </svg>
          )}
          {entry.label}
        </span>
      ))}
    </div>
  );
}
