import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  errorStatus,
  PagedRows,
  Panel,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useDebtDocuments } from '../../imports/useDebtDocuments';
import { techDebtImportsTranslationRef } from '../../translations/imports';
import { DocumentTable } from './DocumentTable';

const SKELETON_ROWS = 3;

/** The documents of the catalog whose items are kept as they say, and what is wrong with them. */
export function DocumentsPanel() {
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const pages = useDebtDocuments();
  const { phase, error } = pages.page;
  // An engine of an earlier version does not tell of them: that is no error of the page.
  if (phase === 'failed' && errorStatus(error) === 404) {
    return null;
  }
  return (
    <Panel flush title={t('documents.title')}>
      <PagedRows
        sorted
        quietOnOnePage
        pages={pages}
        subject={t('documents.subject')}
        label={t('documents.pages')}
        skeletonRows={SKELETON_ROWS}
        empty={t('documents.empty')}
      >
        {({ items }) => <DocumentTable documents={items} />}
      </PagedRows>
    </Panel>
  );
}
