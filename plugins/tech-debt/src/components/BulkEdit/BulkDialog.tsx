import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import {
  debtCategories,
  debtSeverities,
  type DebtBulkChange,
  type DebtItemRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  GroupPicker,
  TextLines,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { asksForResolution } from '../../deeds';
import { techDebtTranslationRef } from '../../translation';
import { techDebtRegisterTranslationRef } from '../../translations/register';
import { useDebtWords } from '../../words/useDebtWords';
import { Select } from '../RegisterFilter';
import {
  bulkFields,
  deedsOf,
  emptyBulkDraft,
  toBulkChange,
  type BulkDraft,
} from './bulkDraft';

/** Props of {@link BulkDialog}. */
export interface BulkDialogProps {
  items: readonly DebtItemRow[];
  running: boolean;
  error?: Error;
  onSubmit: (change: DebtBulkChange) => void;
  onClose: () => void;
}

/** Changes one thing of several items. */
export function BulkDialog(props: BulkDialogProps) {
  const { items, running, error, onSubmit, onClose } = props;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const [draft, setDraft] = useState<BulkDraft>(emptyBulkDraft);
  const [tried, setTried] = useState(false);
  const noteId = useId();
  const write = (change: Partial<BulkDraft>) =>
    setDraft(known => ({ ...known, ...change }));
  const change = toBulkChange(draft, items);
  const submit = () => {
    setTried(true);
    if (change) {
      onSubmit(change);
    }
  };
  return (
    <FormDialog
      title={t('bulk.title', { count: items.length })}
      text={t('bulk.text')}
      submitLabel={t('bulk.submit')}
      running={running}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('bulk.what')}
        value={draft.what}
        choices={bulkFields.map(field => [field, t(`bulk.whats.${field}`)])}
        onChange={what => write({ what })}
      />
      <BulkValue items={items} draft={draft} onWrite={write} />
      {tried && !change && (
        <FormHelperText error role="alert">
          {t('bulk.needed')}
        </FormHelperText>
      )}
      <TextField
        size="small"
        variant="outlined"
        id={noteId}
        label={t('bulk.note')}
        value={draft.note}
        inputProps={{ maxLength: 2000 }}
        onChange={event => write({ note: event.target.value })}
      />
    </FormDialog>
  );
}

/** What it becomes. */
function BulkValue(props: {
  items: readonly DebtItemRow[];
  draft: BulkDraft;
  onWrite: (change: Partial<BulkDraft>) => void;
}) {
  const { items, draft, onWrite } = props;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const { t: texts } = useTranslationRef(techDebtTranslationRef);
  const words = useDebtWords();
  const dayId = useId();
  switch (draft.what) {
    case 'ownerRef':
      return (
        <GroupPicker
          label={t('bulk.owner')}
          value={draft.ownerRef}
          onChange={ownerRef => onWrite({ ownerRef })}
        />
      );
    case 'category':
      return (
        <Select
          label={t('bulk.whats.category')}
          any=""
          value={draft.category}
          choices={debtCategories.map(id => [id, words.category[id]])}
          onChange={category => onWrite({ category })}
        />
      );
    case 'severity':
      return (
        <Select
          label={t('bulk.whats.severity')}
          any=""
          value={draft.severity}
          choices={[
            ...debtSeverities.map(id => [id, words.severity[id]] as const),
            ['none', texts('severity.none')],
          ]}
          onChange={severity => onWrite({ severity })}
        />
      );
    case 'status':
      return (
        <>
          <Select
            label={t('bulk.deed')}
            any=""
            value={draft.deed}
            choices={deedsOf(items).map(deed => [deed, words.deed[deed]])}
            onChange={deed => onWrite({ deed })}
          />
          {draft.deed && asksForResolution(draft.deed) && (
            <TextLines
              required
              label={t('bulk.resolution')}
              value={draft.resolution}
              onChange={resolution => onWrite({ resolution })}
            />
          )}
        </>
      );
    default:
      return (
        <TextField
          id={dayId}
          type="date"
          size="small"
          variant="outlined"
          label={t('bulk.day')}
          helperText={t('bulk.dayHint')}
          value={draft.day}
          onChange={event => onWrite({ day: event.target.value })}
          InputLabelProps={{ shrink: true }}
        />
      );
  }
}
