import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId } from 'react';
import { useEntitySearch, type EntityChoice } from './useEntitySearch';

const GROUPS = ['group'];

/** Props of {@link GroupPicker}. */
export interface GroupPickerProps {
  label: string;
  /** Ref of the chosen group; undefined: none. */
  value: string | undefined;
  onChange: (groupRef: string | undefined) => void;
  required?: boolean;
  /** What is wrong with it. */
  problem?: string;
}

/** Chooses a group by a part of its name. */
export function GroupPicker(props: GroupPickerProps) {
  const { label, value, onChange, required, problem } = props;
  const id = useId();
  const search = useEntitySearch(GROUPS, value === undefined ? [] : [value]);
  return (
    <Autocomplete<EntityChoice>
      {...search.props}
      id={id}
      size="small"
      value={search.chosen[0] ?? null}
      onChange={(_, choice) => onChange(choice?.ref)}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          required={required}
          error={problem !== undefined || search.error !== undefined}
          helperText={problem ?? search.error?.message}
        />
      )}
    />
  );
}
