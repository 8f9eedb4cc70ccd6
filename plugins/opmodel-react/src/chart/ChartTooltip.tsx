import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  box: {
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    boxShadow: theme.shadows[3],
    padding: theme.spacing(1, 1.5),
    fontSize: 12,
    lineHeight: '18px',
    fontVariantNumeric: 'tabular-nums',
  },
  title: { fontWeight: 600, marginBottom: 2 },
  row: {
    display: 'grid',
    gridTemplateColumns: '10px 1fr auto',
    alignItems: 'center',
    columnGap: 6,
  },
  swatch: { width: 8, height: 8, borderRadius: 2 },
  value: { fontWeight: 600, textAlign: 'right', paddingLeft: 12 },
  note: { color: theme.palette.text.secondary },
}));

/** One line of a tooltip. */
export interface ChartTooltipRow {
  id: string;
  label: string;
  value: string;
  colour?: string;
}

/** The figures at one place of a chart. */
export function ChartTooltip(props: {
  title: ReactNode;
  rows: ChartTooltipRow[];
  note?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.box}>
      <div className={classes.title}>{props.title}</div>
      {props.rows.map(row => (
        <div key={row.id} className={classes.row}>
          <span
            className={classes.swatch}
            style={{ background: row.colour ?? 'transparent' }}
          />
          <span>{row.label}</span>
          <span className={classes.value}>{row.value}</span>
        </div>
      ))}
      {props.note && <div className={classes.note}>{props.note}</div>}
    </div>
  );
}
