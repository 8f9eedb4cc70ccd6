import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import { useEntityTitles } from '../../catalog/useEntityTitles';

const useStyles = makeStyles(theme => ({
  popup: { ...theme.typography.body2 },
}));

/** Props of {@link FacetPicker}. */
export interface FacetPickerProps {
  className?: string;
  label: string;
  /** What shows while nothing is chosen. */
  placeholder: string;
  choices: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Several at a time. */
  multiple?: boolean;
  /** The choices are entity refs, and are called by their titles. */
  entities?: boolean;
  loading?: boolean;
}

/** Chooses among the values that the catalog has. A chosen value that the catalog no longer has stays until it is taken away. */
export function FacetPicker(props: FacetPickerProps) {
  const { className, label, placeholder, choices, chosen, onChange } = props;
  const { multiple = false, entities = false, loading = false } = props;
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const missing = chosen.filter(value => !choices.includes(value));
  const options = [...missing, ...choices];
  const titleOf = useEntityTitles(
    entities ? options : [],
    open || chosen.length > 0,
  );
  const toLabel = (value: string) => (entities ? titleOf(value) : value);

  return (
    <Autocomplete<string, boolean>
      className={className}
      classes={{ popper: classes.popup }}
      // The element with the role of the field needs its name, beside the input in it.
      aria-label={label}
      size="small"
      multiple={multiple}
      limitTags={1}
      filterSelectedOptions={multiple}
      disableCloseOnSelect={multiple}
      loading={loading}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={options}
      getOptionLabel={toLabel}
      value={multiple ? [...chosen] : chosen[0] ?? null}
      onChange={(_, value) => onChange([value ?? []].flat())}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          placeholder={chosen.length === 0 ? placeholder : undefined}
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
