import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import type { PricedDebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  useFactStyles,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState, type FormEvent } from 'react';
import { DuplicateList, useDuplicates } from '../duplicates';
import { TextInput } from '../forms';
import { techDebtEditorTranslationRef } from '../translations/editor';
import { techDebtEntityTranslationRef } from '../translations/entity';
import { ConflictNotice } from './ConflictNotice';
import type { DebtDraft } from './debtDraft';
import { EstimateFields } from './form/EstimateFields';
import { LinkFields } from './form/LinkFields';
import { PayingFields } from './form/PayingFields';
import { WhatFields } from './form/WhatFields';
import { LivePrices } from './LivePrices';
import { TemplatePicker } from './TemplatePicker';
import { useDebtEditor } from './useDebtEditor';
import { useFieldProblems } from './useFieldProblems';
import { useLeaveWarning } from './useLeaveWarning';

const LONGEST_NOTE = 2000;

/** Writes an item with all of its fields, and says at once what it costs by them. What was typed stays when it cannot be kept. */
export function DebtEditorForm(props: {
  /** Undefined: a new one. */
  item?: PricedDebtItem;
  begun: DebtDraft;
  onSaved: (item: PricedDebtItem) => void;
  onLeave: () => void;
}) {
  const { item, onSaved, onLeave } = props;
  const [begun] = useState(props.begun);
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const editor = useDebtEditor({ item, begun, onSaved });
  const problems = useFieldProblems(editor);
  const isTouched = editor.draft !== begun || editor.note !== '';
  useLeaveWarning(isTouched && !editor.running ? t('leave') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    editor.submit();
  };
  const parts = { editor, problems };
  const title = item
    ? t('title.change', { title: item.title })
    : t('title.new');
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={title}
      className={sections.page}
    >
      <ConflictNotice editor={editor} />
      <Panel title={title}>
        {!item && (
          <div style={{ marginTop: 8 }}>
            <TemplatePicker editor={editor} />
          </div>
        )}
        <WhatFields {...parts} />
        {!item && <Duplicates draft={editor.draft} />}
      </Panel>
      <div className={sections.halves}>
        <Panel title={t('section.estimate')}>
          <EstimateFields {...parts} />
        </Panel>
        <Panel flush title={t('section.prices')}>
          <LivePrices draft={editor.draft} />
        </Panel>
      </div>
      <Panel title={t('section.paying')}>
        <PayingFields {...parts} />
      </Panel>
      <Panel title={t('section.links')}>
        <LinkFields {...parts} />
      </Panel>
      <Panel>
        {item && (
          <TextInput
            label={t('field.note')}
            longest={LONGEST_NOTE}
            value={editor.note}
            onChange={editor.setNote}
          />
        )}
        <div role="alert">
          {problems.count > 0 && (
            <FormHelperText error>
              {t('faults', { count: problems.count })}
            </FormHelperText>
          )}
          {problems.elsewhere && (
            <FormHelperText error>
              {t('failed', { message: problems.elsewhere.message })}
            </FormHelperText>
          )}
        </div>
        <div className={facts.actions}>
          <ActionButton
            type="submit"
            variant="contained"
            color="primary"
            aria-disabled={editor.running || !editor.isChanged}
          >
            {item ? t('submit.change') : t('submit.new')}
          </ActionButton>
          <ActionButton onClick={onLeave}>{t('cancel')}</ActionButton>
          {!editor.isChanged && (
            <span className={facts.quiet}>{t('nothing')}</span>
          )}
        </div>
      </Panel>
    </form>
  );
}

function Duplicates(props: { draft: DebtDraft }) {
  const { title, entityRefs } = props.draft;
  const { t } = useTranslationRef(techDebtEntityTranslationRef);
  const { data } = useDuplicates(title, entityRefs);
  return (
    <div role="status">
      {data && (
        <DuplicateList
          title={t('duplicates.title')}
          duplicates={data.duplicates}
          unread={data.unread}
        />
      )}
    </div>
  );
}
