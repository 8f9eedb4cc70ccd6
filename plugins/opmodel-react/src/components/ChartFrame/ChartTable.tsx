import { makeStyles } from '@material-ui/core/styles';
import { NO_VALUE } from '../../format/duration';

const useStyles = makeStyles(theme => ({
  scroll: { maxHeight: 320, overflow: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    '& th': {
      position: 'sticky',
      top: 0,
      background: theme.palette.background.paper,
      color: theme.palette.text.secondary,
      fontWeight: 500,
      fontSize: 12,
    },
    '& th, & td': {
      padding: theme.spacing(0.5, 1),
      textAlign: 'right',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& th:first-child, & td:first-child': { textAlign: 'left', paddingLeft: 0 },
  },
}));

/** The figures of a chart. */
export interface ChartTableContent {
  columns: string[];
  /** A row per point, ready to read; null is shown as a dash. */
  rows: Array<Array<string | null>>;
}

/** The figures of a chart as a table. */
export function ChartTable(props: ChartTableContent & { caption: string }) {
  const { columns, rows, caption } = props;
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={caption}
      // A region that scrolls must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row[0]}>
              {row.map((cell, index) => (
                <td key={columns[index]}>{cell ?? NO_VALUE}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
