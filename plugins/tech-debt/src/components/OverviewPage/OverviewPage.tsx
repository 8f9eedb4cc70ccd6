import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PagedRows, Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { useDebtItems } from '../../hooks/debtQueries';
import { techDebtTranslationRef } from '../../translation';
import { techDebtItemsTranslationRef } from '../../translations/items';
import { DebtItemTable } from '../DebtItemTable';

const SKELETON_ROWS = 10;

/** The register: all items, a page at a time. */
export function OverviewPage() {
  const { t } = useTranslationRef(techDebtItemsTranslationRef);
  const { t: texts } = useTranslationRef(techDebtTranslationRef);
  const pages = useDebtItems();
  return (
    <Panel flush title={t('list.items')}>
      <PagedRows
        sorted
        pages={pages}
        subject={texts('subject')}
        label={t('list.pages')}
        skeletonRows={SKELETON_ROWS}
        empty={t('list.empty')}
      >
        {page => <DebtItemTable withEntities items={page.items} />}
      </PagedRows>
    </Panel>
  );
}
