import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** A field of a form in which one of a few things is chosen; what is wrong with it stands below it. */
export function SelectInput<Id extends string>(props: {
  label: string;
  value: Id;
  choices: ReadonlyArray<{ id: Id; label: string }>;
  onChange: (id: Id) => void;
  problem?: string;
  hint?: string;
}) {
  const { label, value, choices, onChange, problem, hint } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      select
      fullWidth
      variant="outlined"
      size="small"
      label={label}
      value={value}
      error={problem !== undefined}
      helperText={problem ?? hint}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
      onChange={event => {
        const chosen = choices.find(choice => choice.id === event.target.value);
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
    </TextField>
  );
}
