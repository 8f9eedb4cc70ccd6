import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** As long as the API takes. */
export const LONGEST_REASON = 2_000;

/** Why a person does something: required, kept on error, with what is missing at the field. */
export function ReasonField(props: {
  label: string;
  value: string;
  onChange: (reason: string) => void;
  /** What is wrong with it; undefined where nothing is. */
  error?: string;
  hint?: string;
}) {
  const { label, value, onChange, error, hint } = props;
  const fieldId = useId();
  return (
    <TextField
      id={fieldId}
      fullWidth
      multiline
      required
      minRows={2}
      margin="normal"
      variant="outlined"
      label={label}
      value={value}
      error={error !== undefined}
      helperText={error ?? hint}
      inputProps={{ maxLength: LONGEST_REASON }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
