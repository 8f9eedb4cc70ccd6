import { makeStyles } from '@material-ui/core/styles';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import { useDenseTableStyles } from '@opmodel/backstage-plugin-opmodel-react';

const useStyles = makeStyles(theme => ({
  button: {
    appearance: 'none',
    border: 'none',
    background: 'none',
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    textAlign: 'inherit',
    cursor: 'pointer',
    display: 'inline-flex',
    alignItems: 'center',
    gap: 2,
    borderRadius: 2,
    '&:hover': { color: theme.palette.text.primary },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  arrow: { fontSize: 14 },
}));

/** The head of a column by which rows can be sorted. */
export function SortHeader(props: {
  label: string;
  isNumber: boolean;
  isSorted: boolean;
  onSort: () => void;
}) {
  const { label, isNumber, isSorted, onSort } = props;
  const classes = useStyles();
  const table = useDenseTableStyles();
  return (
    <th
      scope="col"
      className={isNumber ? table.number : undefined}
      aria-sort={isSorted ? 'descending' : 'none'}
    >
      <button type="button" className={classes.button} onClick={onSort}>
        {label}
        {isSorted && <ArrowDownward className={classes.arrow} />}
      </button>
    </th>
  );
}
