import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { scorecardSnippet } from './scorecardSnippet';

/** There is no scorecard yet: what would appear, and a document that makes one. */
export function NoScorecards() {
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  return (
    <EmptyState
      title={t('empty.title')}
      description={t('empty.text')}
      step={{ text: t('empty.step'), snippet: scorecardSnippet }}
    />
  );
}
