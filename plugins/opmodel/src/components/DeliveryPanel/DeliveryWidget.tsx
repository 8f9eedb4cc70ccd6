import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useMyDelivery } from '../../hooks/useMyDelivery';
import { useMyOwnership } from '../../hooks/useMyOwnership';
import { opmodelHomeTranslationRef } from '../../translation';
import { DeliveryFigures } from './DeliveryFigures';

/** The same for the grid of Backstage's own home page, which draws the card around it. */
export function DeliveryWidget() {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const ownership = useMyOwnership();
  const ownerRefs = ownership.data?.ownerRefs;
  const delivery = useMyDelivery(ownerRefs);
  if (ownerRefs?.length === 0) {
    return <>{t('delivery.noTeam')}</>;
  }
  return (
    <QueryView
      query={ownership.phase === 'failed' ? ownership : delivery}
      subject={t('delivery.subject')}
      notFound={t('services.off')}
      skeleton={<RowsSkeleton rows={5} />}
    >
      {() =>
        delivery.data ? (
          <DeliveryFigures report={delivery.data} />
        ) : (
          <RowsSkeleton rows={5} />
        )
      }
    </QueryView>
  );
}
