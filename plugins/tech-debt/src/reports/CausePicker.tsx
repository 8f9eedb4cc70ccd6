import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { DebtItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { techDebtReportsTranslationRef } from '../translations/reports';
import { useDebtWords } from '../words/useDebtWords';
import type { ReportCause } from './reportDraft';

/** Items that are offered at a time: who types more finds the others. */
const OFFERED = 20;
const TYPING_PAUSE_MS = 250;

/** An item that can be chosen; of what is chosen already, no more than its title is known. */
type CauseChoice = ReportCause & Partial<Pick<DebtItemRow, 'status'>>;

/** Props of {@link CausePicker}. */
export interface CausePickerProps {
  label: string;
  value: ReportCause | undefined;
  onChange: (item: ReportCause | undefined) => void;
  /** Whose items are offered before somebody types. */
  entityRef?: string;
  /** True offers only items that the reader may change. */
  onlyChangeable?: boolean;
  required?: boolean;
  /** What is wrong with it. */
  problem?: string;
}

/** Chooses an item of the register by the beginnings of words of its title and description. The engine searches. */
export function CausePicker(props: CausePickerProps) {
  const { label, value, onChange, entityRef, onlyChangeable } = props;
  const { required, problem } = props;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const id = useId();
  const words = useDebtWords();
  const search = useItemSearch(entityRef);
  const offered: CauseChoice[] = search.items.filter(
    item => !onlyChangeable || item.may.change,
  );
  const chosen = useSameCause(value);
  return (
    <Autocomplete<CauseChoice>
      id={id}
      size="small"
      value={chosen}
      onChange={(_, item) =>
        onChange(item ? { id: item.id, title: item.title } : undefined)
      }
      options={
        chosen && offered.every(item => item.id !== chosen.id)
          ? [...offered, chosen]
          : offered
      }
      // The engine has searched in more than the title.
      filterOptions={options =>
        options.filter(option =>
          offered.some(({ id: one }) => one === option.id),
        )
      }
      getOptionLabel={({ title }) => title}
      getOptionSelected={(one, other) => one.id === other.id}
      renderOption={({ title, status }) => (
        <span>
          {title} {status && <small>{words.status[status]}</small>}
        </span>
      )}
      loading={search.searching}
      loadingText={t('picker.searching')}
      noOptionsText={
        search.typed === '' && entityRef
          ? t('picker.noneOfEntity')
          : t('picker.none')
      }
      // A title that the field writes itself, when something was chosen, is nothing to search for.
      onInputChange={(_, text, reason) =>
        search.type(reason === 'input' ? text : '')
      }
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

/** The field forgets what is being typed whenever it gets another object, also of the same item. */
function useSameCause(value: ReportCause | undefined): CauseChoice | null {
  const { id, title } = value ?? {};
  return useMemo(
    () => (id === undefined || title === undefined ? null : { id, title }),
    [id, title],
  );
}

/** Searches items while somebody types; before that, offers those of an entity. */
function useItemSearch(entityRef: string | undefined) {
  const api = useOpmodelApi();
  const [text, setText] = useState('');
  const [term, setTerm] = useState('');
  const typed = text.trim();
  useEffect(() => {
    const timer = setTimeout(() => setTerm(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const ofEntity = term === '' && entityRef ? { entity: entityRef } : {};
  const found = useQueryState({
    key: JSON.stringify({ term, ...ofEntity }),
    subject: 'items to choose from',
    request: signal =>
      api.listDebtItems(
        { limit: OFFERED, ...(term ? { text: term } : ofEntity) },
        { signal },
      ),
  });
  const searching =
    typed !== term || found.phase === 'loading' || found.phase === 'refreshing';
  return {
    typed,
    type: setText,
    // What was found for other words does not fit what stands in the field.
    items: searching ? [] : found.data?.items ?? [],
    searching,
    error: found.error,
  };
}
