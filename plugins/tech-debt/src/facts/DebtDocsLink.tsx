import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDocsUrl } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtTranslationRef } from '../translation';

/** How it is worked out, as a link where the documentation can be read. */
export function DebtDocsLink() {
  const { t } = useTranslationRef(techDebtTranslationRef);
  const url = useDocsUrl('tech-debt');
  return url ? <Link to={url}>{t('docs')}</Link> : <>{t('docsPage')}</>;
}
