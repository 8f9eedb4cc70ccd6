import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import type { CampaignScope } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RefsPicker,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { TextInput } from '../forms/TextInput';
import { scorecardCampaignsTranslationRef } from './translation';

const refFields = [
  { field: 'ownerRefs', kinds: ['group'] },
  { field: 'systemRefs', kinds: ['system'] },
  { field: 'domainRefs', kinds: ['domain'] },
] as const;

/** What narrows a campaign. */
export function ScopeFields(props: {
  scope: Required<CampaignScope>;
  problem: string | undefined;
  onChange: (scope: Required<CampaignScope>) => void;
}) {
  const { scope, problem, onChange } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const facts = useFactStyles();
  return (
    <>
      <p className={facts.quiet} style={{ margin: 0 }}>
        {t('form.scopeTitle')}: {t('form.scopeHint')}
      </p>
      {refFields.map(({ field, kinds }) => (
        <RefsPicker
          key={field}
          label={t(`scope.${field}`)}
          kinds={kinds}
          value={scope[field]}
          onChange={refs => onChange({ ...scope, [field]: refs })}
        />
      ))}
      {(['tiers', 'lifecycles'] as const).map(field => (
        <WordsField
          key={field}
          label={t(`scope.${field}`)}
          hint={t('form.listHint')}
          words={scope[field]}
          onChange={words => onChange({ ...scope, [field]: words })}
        />
      ))}
      {problem && (
        <FormHelperText error role="alert">
          {problem}
        </FormHelperText>
      )}
    </>
  );
}

/** Words with commas between them; what is typed stays as it is typed. */
function WordsField(props: {
  label: string;
  hint: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
}) {
  const { label, hint, words, onChange } = props;
  const [text, setText] = useState(words.join(', '));
  return (
    <TextInput
      label={label}
      hint={hint}
      value={text}
      onChange={typed => {
        setText(typed);
        onChange(
          typed
            .split(',')
            .map(word => word.trim())
            .filter(word => word !== ''),
        );
      }}
    />
  );
}
