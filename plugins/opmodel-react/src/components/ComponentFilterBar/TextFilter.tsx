import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import SearchIcon from '@material-ui/icons/Search';
import CloseIcon from '@material-ui/icons/Close';
import { useEffect, useId, useRef, useState } from 'react';

/** Long enough not to ask at every key, short enough to seem immediate. */
const TYPING_PAUSE_MS = 300;

/** Props of {@link TextFilter}. */
export interface TextFilterProps {
  className?: string;
  label: string;
  clearLabel: string;
  value: string;
  /** Called once typing pauses. */
  onChange: (value: string) => void;
}

/** A text to filter by, which follows the URL and reports to it when typing pauses. */
export function TextFilter(props: TextFilterProps) {
  const { className, label, clearLabel, value, onChange } = props;
  const fieldId = useId();
  const [typed, setTyped] = useState(value);
  const latest = useRef(onChange);
  latest.current = onChange;

  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(
      () => latest.current(typed.trim()),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [typed, value]);

  return (
    <TextField
      id={fieldId}
      className={className}
      size="small"
      variant="outlined"
      label={label}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      inputProps={{ maxLength: 200 }}
      InputLabelProps={{ shrink: true }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" aria-hidden />
          </InputAdornment>
        ),
        endAdornment: typed && (
          <InputAdornment position="end">
            <IconButton
              size="small"
              aria-label={clearLabel}
              onClick={() => {
                setTyped('');
                onChange('');
              }}
            >
              <CloseIcon fontSize="inherit" />
            </IconButton>
          </InputAdornment>
        ),
      }}
    />
  );
}
