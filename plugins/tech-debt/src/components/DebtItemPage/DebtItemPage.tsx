import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  PanelSkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useParams } from 'react-router-dom';
import { useDebtItem } from '../../hooks/debtQueries';
import { techDebtTranslationRef } from '../../translation';
import { DebtItemTable } from '../DebtItemTable';

const SKELETON_HEIGHT = 320;

/** One item of technical debt. */
export function DebtItemPage() {
  const { itemId = '' } = useParams();
  const { t } = useTranslationRef(techDebtTranslationRef);
  const query = useDebtItem(itemId);
  return (
    <QueryView
      query={query}
      subject={t('subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
    >
      {item => (
        <Panel flush title={item.title}>
          <DebtItemTable withEntities items={[item]} />
        </Panel>
      )}
    </QueryView>
  );
}
