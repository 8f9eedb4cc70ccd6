import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isEndedDebt,
  type DebtSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileRow,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { usePriceWords } from '../../facts';
import { techDebtEntityTranslationRef } from '../../translations/entity';
import { countBreaches } from '../../words/countBreaches';
import { toldCount } from '../../words/toldCount';
import { useDebtWords } from '../../words/useDebtWords';

/** The answer: how much is owed, what paying it takes once, and what of it is late. Interests stand with the items alone. */
export function OwedTiles(props: { summary: DebtSummary }) {
  const { statuses, owed, overdue, reviewDue, breaches, dayRate } =
    props.summary;
  const { t } = useTranslationRef(techDebtEntityTranslationRef);
  const formats = useFormats();
  const prices = usePriceWords();
  const words = useDebtWords();
  const breached = countBreaches(breaches);
  const itemsIn = (
    isIn: (status: DebtSummary['statuses'][number]) => boolean,
  ) => statuses.filter(isIn).reduce((sum, { items }) => sum + items, 0);
  const accepted = itemsIn(({ status }) => status === 'accepted');
  const ended = itemsIn(({ status }) => isEndedDebt(status));
  const late = <StateChip state="attention" label={t('answer.late')} />;
  return (
    <MetricTileRow>
      <MetricTile
        label={t('answer.owed')}
        value={formats.count(owed.items)}
        detail={
          accepted > 0 ? t('answer.accepted', { count: accepted }) : undefined
        }
        sample={
          ended > 0 ? t('answer.owedDetail', { count: ended }) : undefined
        }
      />
      <MetricTile
        label={t('answer.principal')}
        value={
          owed.principalDays === null
            ? null
            : formats.decimal(owed.principalDays)
        }
        unit={t('answer.principalUnit', {
          count: toldCount(owed.principalDays ?? 0),
        })}
        reason={t('answer.principalUnknown')}
        detail={
          owed.principalDays !== null && dayRate
            ? prices.cost({
                amount: owed.principalDays * dayRate.amount,
                currency: dayRate.currency,
                per: 'once',
              })
            : undefined
        }
        sample={
          owed.withoutPrincipal > 0 && owed.principalDays !== null
            ? t('answer.withoutPrincipal', { count: owed.withoutPrincipal })
            : undefined
        }
      />
      <MetricTile
        label={t('answer.overdue')}
        value={formats.count(overdue)}
        state={overdue > 0 ? late : undefined}
      />
      <MetricTile
        label={t('answer.breaches')}
        value={formats.count(breached)}
        state={
          breached > 0 ? (
            <StateChip state="bad" label={t('answer.late')} />
          ) : undefined
        }
        sample={breaches.bySeverity
          .filter(({ items }) => items > 0)
          .map(({ severity, items }) =>
            t('answer.breachesOf', {
              count: items,
              severity: words.severity[severity],
            }),
          )
          .join(', ')}
      />
      <MetricTile
        label={t('answer.reviewDue')}
        value={formats.count(reviewDue)}
      />
    </MetricTileRow>
  );
}
