import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField, { type TextFieldProps } from '@material-ui/core/TextField';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { techDebtTranslationRef } from '../translation';

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
  inputProps?: TextFieldProps['inputProps'] & { 'data-path'?: string };
}

/** A field of a form; what is wrong with it stands below it. */
export function TextInput(props: TextInputProps) {
  const { problem, hint, onChange, longest, multiline, type, inputProps } =
    props;
  const { label, value, required, disabled, placeholder } = props;
  const { t } = useTranslationRef(techDebtTranslationRef);
  const formats = useFormats();
  const id = useId();
  // Said, and not cut off: what is pasted would lose its end unseen.
  const tooLong =
    longest !== undefined && value.length > longest
      ? t('form.tooLong', {
          longest: formats.count(longest),
          length: formats.count(value.length),
        })
      : undefined;
  const said = tooLong ?? problem;
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
      error={said !== undefined}
      helperText={said ?? hint}
      onChange={event => onChange(event.target.value)}
      inputProps={inputProps}
      InputLabelProps={
        type === 'date' || placeholder ? { shrink: true } : undefined
      }
    />
  );
}
