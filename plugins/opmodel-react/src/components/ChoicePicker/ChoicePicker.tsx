import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';

const useStyles = makeStyles(theme => ({
  picker: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontSize: 13,
    lineHeight: '20px',
    '@media print': { display: 'none' },
  },
  select: {
    font: 'inherit',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    padding: '4px 8px',
    maxWidth: 220,
    cursor: 'pointer',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -1,
    },
  },
}));

/** One of the things to choose from. */
export interface Choice<Id extends string> {
  id: Id;
  label: string;
}

/** Props of {@link ChoicePicker}. */
export interface ChoicePickerProps<Id extends string> {
  label: string;
  value: Id;
  choices: ReadonlyArray<Choice<Id>>;
  onChange: (id: Id) => void;
}

/** A choice between several things of which only the chosen one is in sight. */
export function ChoicePicker<Id extends string>(props: ChoicePickerProps<Id>) {
  const { label, value, choices, onChange } = props;
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const selectId = useId();
  return (
    <span className={classes.picker} style={{ color: palette.quiet }}>
      <label htmlFor={selectId}>{label}</label>
      <select
        id={selectId}
        className={classes.select}
        value={value}
        onChange={event => {
          const chosen = choices.find(({ id }) => id === event.target.value);
          if (chosen) {
            onChange(chosen.id);
          }
        }}
      >
        {choices.map(choice => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}
