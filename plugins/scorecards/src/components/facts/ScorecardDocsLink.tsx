import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDocsUrl } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsTranslationRef } from '../../translation';

/** How it is worked out, as a link where the documentation can be read. */
export function ScorecardDocsLink() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const url = useDocsUrl('scorecards');
  return url ? <Link to={url}>{t('docs')}</Link> : <>{t('docsPage')}</>;
}
