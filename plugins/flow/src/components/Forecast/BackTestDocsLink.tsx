import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDocsUrl } from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';

/** Where the derivation of back-tests can be read; nothing where the documentation is not published. */
export function BackTestDocsLink() {
  const { t } = useTranslationRef(flowTranslationRef);
  const url = useDocsUrl('flow#back-tests');
  return url ? <Link to={url}>{t('backTest.docs')}</Link> : null;
}
