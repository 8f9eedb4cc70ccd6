import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId } from 'react';
import { useEntitySearch, type EntityChoice } from './useEntitySearch';

/** Props of {@link EntityPicker}. */
export interface EntityPickerProps {
  label: string;
  /** In lower case. */
  kinds: readonly string[];
  /** Ref of what is chosen; undefined: nothing. */
  value: string | undefined;
  onChange: (entityRef: string | undefined) => void;
  required?: boolean;
  disabled?: boolean;
  /** What is wrong with it. */
  problem?: string;
}

/** Chooses an entity of some kinds by a part of its name. */
export function EntityPicker(props: EntityPickerProps) {
  const { label, kinds, value, onChange, required, disabled, problem } = props;
  const id = useId();
  const search = useEntitySearch(kinds, value === undefined ? [] : [value]);
  return (
    <Autocomplete<EntityChoice>
      {...search.props}
      id={id}
      size="small"
      disabled={disabled}
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

const GROUPS = ['group'];

/** Props of {@link GroupPicker}. */
export type GroupPickerProps = Omit<EntityPickerProps, 'kinds'>;

/** Chooses a group by a part of its name. */
export function GroupPicker(props: GroupPickerProps) {
  return <EntityPicker {...props} kinds={GROUPS} />;
}
