import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  debtCategories,
  debtSeverities,
  debtTextLimits,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  GroupPicker,
  RefsPicker,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { SelectInput, TextInput } from '../../forms';
import { techDebtEditorTranslationRef } from '../../translations/editor';
import { carrierKinds } from '../../words/carrierKinds';
import { useDebtWords } from '../../words/useDebtWords';
import type { FieldProblems } from '../useFieldProblems';
import type { DebtEditor } from '../useDebtEditor';
import { useFieldStyles } from './useFieldStyles';

/** What is owed, on what it hangs, who answers for it, and how bad it is. */
export function WhatFields(props: {
  editor: DebtEditor;
  problems: FieldProblems;
}) {
  const { editor, problems } = props;
  const { draft, set, item } = editor;
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const words = useDebtWords();
  const facts = useFactStyles();
  const classes = useFieldStyles();
  return (
    <div className={classes.fields}>
      <TextInput
        required
        label={t('field.title')}
        longest={debtTextLimits.title}
        value={draft.title}
        problem={problems.at('title')}
        onChange={title => set({ title })}
      />
      <RefsPicker
        required
        label={t('field.entityRefs')}
        kinds={carrierKinds}
        value={draft.entityRefs}
        problem={problems.at('entityRefs')}
        onChange={entityRefs => set({ entityRefs })}
      />
      <div className={classes.row}>
        <GroupPicker
          label={t('field.ownerRef')}
          value={draft.ownerRef}
          problem={problems.at('ownerRef')}
          onChange={ownerRef => set({ ownerRef })}
        />
        <SelectInput
          label={t('field.category')}
          value={draft.category}
          choices={debtCategories.map(id => ({
            id,
            label: words.category[id],
          }))}
          problem={problems.at('category')}
          onChange={category => set({ category })}
        />
        <SelectInput
          label={t('field.severity')}
          hint={t('field.severityHint')}
          value={draft.severity}
          choices={[
            { id: '' as const, label: t('field.unsaid') },
            ...debtSeverities.map(id => ({ id, label: words.severity[id] })),
          ]}
          problem={problems.at('severity')}
          onChange={severity => set({ severity })}
        />
      </div>
      {!item && <p className={facts.quiet}>{t('field.ownerHint')}</p>}
      <TextInput
        multiline
        label={t('field.description')}
        hint={t('field.markdown')}
        longest={debtTextLimits.description}
        value={draft.description}
        problem={problems.at('description')}
        onChange={description => set({ description })}
      />
      <TextInput
        multiline
        label={t('field.businessImpact')}
        longest={debtTextLimits.businessImpact}
        value={draft.businessImpact}
        problem={problems.at('businessImpact')}
        onChange={businessImpact => set({ businessImpact })}
      />
    </div>
  );
}
