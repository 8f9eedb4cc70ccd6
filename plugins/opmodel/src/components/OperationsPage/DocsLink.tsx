import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDocsUrl } from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';

/** The way to a page of the documentation, or its name where the portal does not know where it is. */
export function DocsLink(props: {
  /** Page and anchor: `operations#snapshot-stale`. */
  docs: string;
  title: string;
}) {
  const { docs, title } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const url = useDocsUrl(docs);
  const [page, anchor] = docs.split('#');
  const file = `${page}.md${anchor ? `#${anchor}` : ''}`;
  return url ? (
    <Link to={url}>{title}</Link>
  ) : (
    <span>
      {title}: {t('page.docsPage', { page: file })}
    </span>
  );
}
