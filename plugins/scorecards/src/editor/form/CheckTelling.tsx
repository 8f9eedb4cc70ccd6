import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { GroupPicker } from '@opmodel/backstage-plugin-opmodel-react';
import { useProblemAt } from '../EditorVocabulary';
import { scorecardEditorTranslationRef } from '../translation';
import type { CheckFormProps } from './CheckForm';
import { LinksForm } from './LinksForm';
import { SpecText } from './SpecFields';
import { useFormStyles } from './useFormStyles';

const LONGEST_TEXT = 10_000;

/** What those are told who do not meet a check: what it is for, what is wrong, how to mend it, and whom to ask. */
export function CheckTelling(props: CheckFormProps) {
  const { check, at, onChange } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const path = `checks[${at}]`;
  const ownerProblem = useProblemAt(`${path}.owner`);
  const text = (
    field: 'description' | 'failureMessage' | 'solution',
    label: string,
    hint?: string,
  ) => (
    <SpecText
      path={`${path}.${field}`}
      label={label}
      hint={hint}
      multiline
      longest={LONGEST_TEXT}
      value={check[field]}
      onChange={typed => onChange({ [field]: typed })}
    />
  );
  return (
    <div className={classes.fields}>
      {text('description', t('check.description'))}
      {text(
        'failureMessage',
        t('check.message'),
        t('check.messageHint', { open: '{{', close: '}}' }),
      )}
      {text('solution', t('check.solution'), t('check.solutionHint'))}
      <LinksForm
        path={`${path}.links`}
        links={check.links ?? []}
        onChange={links => onChange({ links })}
      />
      <GroupPicker
        label={t('check.owner')}
        value={check.owner}
        problem={ownerProblem}
        onChange={owner => onChange({ owner })}
      />
    </div>
  );
}
