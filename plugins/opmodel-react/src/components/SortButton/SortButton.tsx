import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  sort: {
    appearance: 'none',
    border: 'none',
    background: 'none',
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    textAlign: 'inherit',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    borderRadius: 2,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
}));

const ARROWS = { ascending: ' ↑', descending: ' ↓', none: '' };

/** The head of a column that can be sorted by. */
export function SortButton(props: {
  label: string;
  direction: keyof typeof ARROWS;
  onSort: () => void;
}) {
  const { label, direction, onSort } = props;
  const classes = useStyles();
  return (
    <button type="button" className={classes.sort} onClick={onSort}>
      {label}
      <span aria-hidden="true">{ARROWS[direction]}</span>
    </button>
  );
}
