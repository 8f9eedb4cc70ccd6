import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtSuggestionResult } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  StateChip,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { DecidedSuggestions } from '../../suggestions/useSuggestionDecisions';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';

const outcomes: readonly DebtSuggestionResult['status'][] = [
  'done',
  'not_found',
  'refused',
  'conflict',
];

/** What came of a decision about several suggestions: how many, and of each that was not decided why. */
export function DecisionResult(props: {
  decided: DecidedSuggestions;
  onDismiss: () => void;
}) {
  const { decided, onDismiss } = props;
  const { results, suggestions } = decided;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const facts = useFactStyles();
  const countOf = (status: DebtSuggestionResult['status']) =>
    results.filter(result => result.status === status).length;
  const titleOf = (id: string) =>
    suggestions.find(suggestion => suggestion.id === id)?.title ?? id;
  return (
    <Panel
      title={t('result.title')}
      actions={
        <ActionButton onClick={onDismiss}>{t('result.dismiss')}</ActionButton>
      }
    >
      <div role="status" className={facts.line}>
        {outcomes
          .filter(status => countOf(status) > 0)
          .map(status => (
            <StateChip
              key={status}
              state={status === 'done' ? 'good' : 'attention'}
              label={t('result.counted', {
                n: String(countOf(status)),
                outcome: t(`result.${status}`),
              })}
            />
          ))}
      </div>
      <ul className={facts.list}>
        {results
          .filter(({ status }) => status !== 'done')
          .map(({ id, status, message }) => (
            <li key={id} className={facts.line}>
              <strong>{titleOf(id)}</strong>
              <span>{message ?? t(`result.${status}`)}</span>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
