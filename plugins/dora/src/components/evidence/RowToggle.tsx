import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRight from '@material-ui/icons/ChevronRight';

const useStyles = makeStyles(theme => ({
  toggle: {
    padding: 2,
    marginLeft: theme.spacing(-1),
    transition: theme.transitions.create('transform', { duration: 120 }),
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  open: { transform: 'rotate(90deg)' },
}));

/** Opens and closes what stands below a row. */
export function RowToggle(props: {
  isOpen: boolean;
  /** What a click does, such as `Show the changes of 4.18.0`. */
  label: string;
  /** Id of what is opened. */
  controls: string;
  onToggle: () => void;
}) {
  const { isOpen, label, controls, onToggle } = props;
  const classes = useStyles();
  return (
    <IconButton
      size="small"
      className={`${classes.toggle} ${isOpen ? classes.open : ''}`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      aria-label={label}
      onClick={onToggle}
    >
      <ChevronRight fontSize="small" />
    </IconButton>
  );
}
