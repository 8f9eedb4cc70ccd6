import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** The longest text that the API takes in one field. */
const MAX_LENGTH = 2000;

/** A field for a few sentences. */
export function TextLines(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  /** What is wrong with it. */
  problem?: string;
}) {
  const { label, value, onChange, required, problem } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      multiline
      minRows={2}
      variant="outlined"
      size="small"
      label={label}
      value={value}
      required={required}
      error={problem !== undefined}
      helperText={problem}
      onChange={event => onChange(event.target.value)}
      inputProps={{ maxLength: MAX_LENGTH }}
    />
  );
}
