import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useQueryState } from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useId, useMemo, useState } from 'react';

/** Groups that are offered at a time: who types more finds the others. */
const OFFERED = 20;
const TYPING_PAUSE_MS = 250;

interface Choice {
  ref: string;
  title: string;
}

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

/** Chooses a group by a part of its name. The catalog searches, so that the number of groups does not matter. */
export function GroupPicker(props: GroupPickerProps) {
  const { label, value, onChange, required, problem } = props;
  const catalogApi = useApi(catalogApiRef);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [term, setTerm] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTerm(typed.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const groups = useQueryState({
    key: term,
    subject: 'groups',
    request: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: 'group' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
        ],
        limit: OFFERED,
        ...(term && {
          fullTextFilter: {
            term,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayName',
            ],
          },
        }),
      });
      return items.map(toChoice);
    },
  });
  const choices = groups.data ?? [];
  const [picked, setPicked] = useState<Choice | null>(null);
  // The field forgets what is being typed whenever it gets another object, also one of the same group.
  const chosen = useMemo(() => {
    if (value === undefined) {
      return null;
    }
    return picked?.ref === value ? picked : { ref: value, title: value };
  }, [value, picked]);
  return (
    <Autocomplete<Choice>
      id={id}
      size="small"
      options={
        chosen && !choices.some(({ ref }) => ref === chosen.ref)
          ? [chosen, ...choices]
          : choices
      }
      // The catalog has searched already.
      filterOptions={options => options}
      getOptionLabel={({ title }) => title}
      getOptionSelected={(one, other) => one.ref === other.ref}
      loading={groups.phase === 'loading' || groups.phase === 'refreshing'}
      value={chosen}
      onChange={(_, choice) => {
        setPicked(choice);
        onChange(choice?.ref);
      }}
      onInputChange={(_, text) => setTyped(text)}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          required={required}
          error={problem !== undefined || groups.error !== undefined}
          helperText={problem ?? groups.error?.message}
        />
      )}
    />
  );
}

function toChoice(group: Entity): Choice {
  const profile = group.spec?.profile as { displayName?: string } | undefined;
  return {
    ref: stringifyEntityRef(group),
    title: group.metadata.title ?? profile?.displayName ?? group.metadata.name,
  };
}
