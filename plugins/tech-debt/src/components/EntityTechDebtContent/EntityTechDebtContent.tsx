import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  Panel,
  PanelSkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEntityTechDebt } from '../../hooks/debtQueries';
import { techDebtTranslationRef } from '../../translation';
import { techDebtItemsTranslationRef } from '../../translations/items';
import { DebtItemTable } from '../DebtItemTable';

const SKELETON_HEIGHT = 320;

/** The tab of an entity: what it owes; of a system, domain or group what all that is in it owes. */
export function EntityTechDebtContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(techDebtTranslationRef);
  const { t: texts } = useTranslationRef(techDebtItemsTranslationRef);
  const query = useEntityTechDebt(stringifyEntityRef(entity));
  return (
    <QueryView
      query={query}
      subject={t('subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
      notFound={
        <EmptyState
          title={texts('list.unknownTitle')}
          description={texts('list.unknownText')}
        />
      }
    >
      {data => (
        <Panel flush title={t('pages.title')}>
          {data.items.length === 0 ? (
            texts('list.empty')
          ) : (
            <DebtItemTable withEntities={data.isRollUp} items={data.items} />
          )}
        </Panel>
      )}
    </QueryView>
  );
}
