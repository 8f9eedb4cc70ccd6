import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useQueryState } from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useId, useMemo, useState } from 'react';

/** Entities that are offered at a time: who types more finds the others. */
const OFFERED = 20;
const TYPING_PAUSE_MS = 250;

/** Chooses entities of some kinds by a part of their name. The catalog searches, so that their number does not matter. */
export function RefsPicker(props: {
  label: string;
  kinds: readonly string[];
  /** Refs of the chosen entities. */
  value: readonly string[];
  onChange: (refs: string[]) => void;
  hint?: string;
  required?: boolean;
  /** What is wrong with it. */
  problem?: string;
}) {
  const { label, kinds, value, onChange, hint, required, problem } = props;
  const catalogApi = useApi(catalogApiRef);
  const id = useId();
  // The field forgets what is being typed whenever it gets another list, also one of the same refs.
  const refs = value.join('\n');
  const chosen = useMemo(() => (refs === '' ? [] : refs.split('\n')), [refs]);
  const [typed, setTyped] = useState('');
  const [term, setTerm] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTerm(typed.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQueryState({
    key: `${kinds.join()} ${term}`,
    subject: kinds.join(),
    request: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: [...kinds] },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: OFFERED,
        ...(term && {
          fullTextFilter: { term, fields: ['metadata.name', 'metadata.title'] },
        }),
      });
      return items.map((entity: Entity) => stringifyEntityRef(entity));
    },
  });
  return (
    <Autocomplete<string, true>
      id={id}
      multiple
      size="small"
      options={[...new Set([...chosen, ...(found.data ?? [])])]}
      // The catalog has searched already.
      filterOptions={options => options}
      filterSelectedOptions
      loading={found.phase === 'loading' || found.phase === 'refreshing'}
      value={chosen}
      onChange={(_, picked) => onChange(picked)}
      onInputChange={(_, text) => setTyped(text)}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          required={required}
          error={problem !== undefined || found.error !== undefined}
          helperText={problem ?? found.error?.message ?? hint}
        />
      )}
    />
  );
}
