import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReportDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import { useDocsUrl } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipTranslationRef } from '../translation';

/** The definition that a ladder or coverage follows, as a link where the documentation can be read. */
export function OwnershipDocsLink(props: { definition: ReportDefinition }) {
  const { title, version, docs } = props.definition;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const url = useDocsUrl(docs);
  const text = t('explain.definition', { title, version });
  return url ? (
    <Link to={url}>{text}</Link>
  ) : (
    <>
      {text} ({t('explain.docsPage', { page: docs.split('#')[0] })})
    </>
  );
}
