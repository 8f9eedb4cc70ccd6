import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  debtTemplates,
  type DebtTemplate,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { SelectInput } from '../forms';
import { techDebtEditorTranslationRef } from '../translations/editor';
import { useDebtWords } from '../words/useDebtWords';
import { applyTemplate } from './applyTemplate';
import type { DebtEditor } from './useDebtEditor';

/** Begins the item from how its kind of debt is written down. */
export function TemplatePicker(props: { editor: DebtEditor }) {
  const { editor } = props;
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const facts = useFactStyles();
  const [template, setTemplate] = useState<DebtTemplate>();
  const choose = (id: string) => {
    const chosen = debtTemplates.find(one => one.id === id);
    setTemplate(chosen);
    if (chosen) {
      editor.set(applyTemplate(editor.draft, chosen));
    }
  };
  return (
    <>
      <SelectInput
        label={t('template.label')}
        hint={t('template.kept')}
        value={template?.id ?? ''}
        choices={[
          { id: '', label: t('template.none') },
          ...debtTemplates.map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={choose}
      />
      {template && template.proposed.length > 0 && (
        <p className={facts.quiet}>
          <Proposals template={template} />
        </p>
      )}
    </>
  );
}

function Proposals(props: { template: DebtTemplate }) {
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const words = useDebtWords();
  return (
    <>
      {props.template.proposed
        .map(({ field, value, why }) =>
          t('template.proposal', {
            field: words.estimate[field],
            value: String(value),
            why,
          }),
        )
        .join(' ')}
    </>
  );
}
