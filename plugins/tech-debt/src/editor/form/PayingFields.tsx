import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { debtTextLimits } from '@opmodel/backstage-plugin-opmodel-common';
import { SelectInput, TextInput } from '../../forms';
import { techDebtEditorTranslationRef } from '../../translations/editor';
import { useDebtWords } from '../../words/useDebtWords';
import type { DebtEditor } from '../useDebtEditor';
import type { FieldProblems } from '../useFieldProblems';
import { useFieldStyles } from './useFieldStyles';

const intents = ['deliberate', 'inadvertent'] as const;
const prudences = ['prudent', 'reckless'] as const;

/** How and by when it is to be paid, and how it came about. */
export function PayingFields(props: {
  editor: DebtEditor;
  problems: FieldProblems;
}) {
  const { editor, problems } = props;
  const { draft, set } = editor;
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const words = useDebtWords();
  const classes = useFieldStyles();
  const unsaid = { id: '' as const, label: t('field.unsaid') };
  return (
    <div className={classes.fields}>
      <TextInput
        multiline
        label={t('field.remediationPlan')}
        hint={t('field.markdown')}
        longest={debtTextLimits.remediationPlan}
        value={draft.remediationPlan}
        problem={problems.at('remediationPlan')}
        onChange={remediationPlan => set({ remediationPlan })}
      />
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('field.targetDate')}
          value={draft.targetDate}
          problem={problems.at('targetDate')}
          onChange={targetDate => set({ targetDate })}
        />
        <TextInput
          type="date"
          label={t('field.reviewDate')}
          value={draft.reviewDate}
          problem={problems.at('reviewDate')}
          onChange={reviewDate => set({ reviewDate })}
        />
        <SelectInput
          label={t('field.intent')}
          value={draft.intent}
          choices={[
            unsaid,
            ...intents.map(id => ({ id, label: words.intent[id] })),
          ]}
          problem={problems.at('intent')}
          onChange={intent => set({ intent })}
        />
        <SelectInput
          label={t('field.prudence')}
          value={draft.prudence}
          choices={[
            unsaid,
            ...prudences.map(id => ({ id, label: words.prudence[id] })),
          ]}
          problem={problems.at('prudence')}
          onChange={prudence => set({ prudence })}
        />
      </div>
    </div>
  );
}
