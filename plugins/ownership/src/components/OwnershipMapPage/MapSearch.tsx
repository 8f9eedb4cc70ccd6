import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { MapSearchResult } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useDeferredValue, useState } from 'react';
import { ownershipMapTranslationRef } from '../../translations/map';
import { useOwnershipWords } from '../../words/useOwnershipWords';

type Hit = MapSearchResult['items'][number];

/** Results that are offered. */
const MOST_HITS = 20;

/** Finds teams, systems and components by a part of their name. */
export function MapSearch(props: { onFind: (hit: Hit) => void }) {
  const { onFind } = props;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const api = useOpmodelApi();
  const words = useOwnershipWords();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const text = useDeferredValue(typed.trim());
  const found = useQueryState({
    key: text,
    subject: 'search',
    enabled: text !== '',
    request: signal =>
      api.searchOwnershipMap({ text, limit: MOST_HITS }, { signal }),
  });
  return (
    <Autocomplete
      style={{ minWidth: 260, flex: '0 1 340px' }}
      options={text === '' ? [] : found.data?.items ?? []}
      // The engine has searched; what it found is not searched again.
      filterOptions={options => options}
      getOptionLabel={hit => hit.title}
      getOptionSelected={(hit, chosen) => hit.ref === chosen.ref}
      value={null}
      inputValue={typed}
      onInputChange={(_, value, reason) =>
        setTyped(reason === 'input' ? value : '')
      }
      onChange={(_, hit) => hit && onFind(hit)}
      loading={text !== '' && found.data === undefined && !found.error}
      loadingText={t('search.loading')}
      noOptionsText={
        found.error
          ? t('search.failed', { message: found.error.message })
          : t('search.none')
      }
      open={isOpen && text !== ''}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      renderOption={hit => (
        <span>
          {hit.title}{' '}
          <small>
            {[words.kind(hit.kind), ...hit.path.map(({ title }) => title)].join(
              ' · ',
            )}
          </small>
        </span>
      )}
      renderInput={params => (
        <TextField
          {...params}
          size="small"
          variant="outlined"
          label={t('search.label')}
          placeholder={t('search.placeholder')}
        />
      )}
    />
  );
}
