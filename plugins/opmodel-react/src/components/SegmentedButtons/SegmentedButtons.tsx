import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  group: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    overflow: 'hidden',
    backgroundColor: theme.palette.background.paper,
  },
  button: {
    appearance: 'none',
    border: 'none',
    borderRight: `1px solid ${theme.palette.divider}`,
    background: 'none',
    color: theme.palette.text.secondary,
    font: 'inherit',
    fontSize: 13,
    lineHeight: '20px',
    padding: '4px 12px',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    '&:last-child': { borderRight: 'none' },
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  chosen: {
    color: theme.palette.text.primary,
    fontWeight: 600,
    backgroundColor: theme.palette.action.selected,
  },
}));

/** Props of {@link SegmentedButtons}. */
export interface SegmentedButtonsProps<Id extends string> {
  /** What is chosen, for screen readers. */
  label: string;
  value: Id;
  options: Array<{ id: Id; label: string; hint?: string }>;
  onChange: (id: Id) => void;
}

/** A choice between a few things that are all in sight. */
export function SegmentedButtons<Id extends string>(
  props: SegmentedButtonsProps<Id>,
) {
  const { label, value, options, onChange } = props;
  const classes = useStyles();
  return (
    <div role="group" aria-label={label} className={classes.group}>
      {options.map(option => (
        <Tooltip key={option.id} title={option.hint ?? ''} enterDelay={500}>
          <button
            type="button"
            className={`${classes.button} ${
              option.id === value ? classes.chosen : ''
            }`}
            aria-pressed={option.id === value}
            onClick={() => onChange(option.id)}
          >
            {option.label}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
