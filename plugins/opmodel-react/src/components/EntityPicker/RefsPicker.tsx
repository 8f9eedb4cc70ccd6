import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId } from 'react';
import { useEntitySearch, type EntityChoice } from './useEntitySearch';

/** Props of {@link RefsPicker}. */
export interface RefsPickerProps {
  label: string;
  /** In lower case. */
  kinds: readonly string[];
  /** Refs of the chosen entities. */
  value: readonly string[];
  onChange: (refs: string[]) => void;
  hint?: string;
  required?: boolean;
  /** What is wrong with it. */
  problem?: string;
}

/** Chooses entities of some kinds by a part of their name. */
export function RefsPicker(props: RefsPickerProps) {
  const { label, kinds, value, onChange, hint, required, problem } = props;
  const id = useId();
  const search = useEntitySearch(kinds, value);
  return (
    <Autocomplete<EntityChoice, true>
      {...search.props}
      id={id}
      multiple
      size="small"
      filterSelectedOptions
      value={search.chosen}
      onChange={(_, picked) => onChange(picked.map(({ ref }) => ref))}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          required={required}
          error={problem !== undefined || search.error !== undefined}
          helperText={problem ?? search.error?.message ?? hint}
        />
      )}
    />
  );
}
