import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtTotalsTranslationRef } from '../../translations/totals';
import type { MovedItems } from './movedItems';

/** Whether there is more debt now than at first; as much is neither good nor bad. */
export function MovedTrend(props: { moved: MovedItems }) {
  const { opening, closing } = props.moved;
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  if (opening === closing) {
    return <span>{t('even')}</span>;
  }
  return closing > opening ? (
    <StateChip state="attention" label={t('more')} />
  ) : (
    <StateChip state="good" label={t('fewer')} />
  );
}
