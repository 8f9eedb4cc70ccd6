import TextField, { type TextFieldProps } from '@material-ui/core/TextField';
import { useId } from 'react';

/** Props of {@link TextInput}. */
export interface TextInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with it. */
  problem?: string;
  /** What is to be typed, where the label does not say it. */
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  multiline?: boolean;
  /** Characters that the API takes. */
  longest?: number;
  /** Default `text`. */
  type?: 'text' | 'date' | 'number' | 'url';
  placeholder?: string;
  inputProps?: TextFieldProps['inputProps'];
}

/** A field of a form; what is wrong with it stands below it. */
export function TextInput(props: TextInputProps) {
  const { problem, hint, onChange, longest, multiline, type, inputProps } =
    props;
  const { label, value, required, disabled, placeholder } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      type={type}
      variant="outlined"
      size="small"
      fullWidth
      label={label}
      value={value}
      required={required}
      disabled={disabled}
      placeholder={placeholder}
      multiline={multiline}
      minRows={multiline ? 2 : undefined}
      error={problem !== undefined}
      helperText={problem ?? hint}
      onChange={event => onChange(event.target.value)}
      inputProps={{ maxLength: longest, ...inputProps }}
      InputLabelProps={
        type === 'date' || placeholder ? { shrink: true } : undefined
      }
    />
  );
}
