import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** A filter with a few choices; with `any`, a first one selects everything. */
export function Select<Id extends string>(props: {
  label: string;
  /** What the choice is called that selects everything. */
  any?: string;
  value: Id | undefined;
  choices: ReadonlyArray<readonly [Id, string]>;
  onChange: (value: Id | undefined) => void;
}) {
  const { label, any, value, choices, onChange } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      select
      size="small"
      variant="outlined"
      label={label}
      value={value ?? ''}
      onChange={event =>
        onChange(choices.find(([known]) => known === event.target.value)?.[0])
      }
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
    >
      {any !== undefined && <option value="">{any}</option>}
      {choices.map(([known, name]) => (
        <option key={known} value={known}>
          {name}
        </option>
      ))}
    </TextField>
  );
}
