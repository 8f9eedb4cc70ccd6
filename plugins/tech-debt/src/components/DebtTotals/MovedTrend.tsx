import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtTotalsTranslationRef } from '../../translations/totals';

/** Whether there is more debt now; as many closed as opened is neither good nor bad. */
export function MovedTrend(props: { opened: number; closed: number }) {
  const { opened, closed } = props;
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  if (opened === closed) {
    return <span>{t('even')}</span>;
  }
  return opened > closed ? (
    <StateChip state="attention" label={t('more')} />
  ) : (
    <StateChip state="good" label={t('fewer')} />
  );
}
