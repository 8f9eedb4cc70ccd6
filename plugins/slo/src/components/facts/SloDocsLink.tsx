import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDocsUrl } from '@opmodel/backstage-plugin-opmodel-react';
import { sloTranslationRef } from '../../translation';

/** How it is worked out, as a link where the documentation can be read. */
export function SloDocsLink(props: { docs?: string }) {
  const { docs = 'slo' } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const url = useDocsUrl(docs);
  return url ? <Link to={url}>{t('docs')}</Link> : <>{t('docsPage')}</>;
}
