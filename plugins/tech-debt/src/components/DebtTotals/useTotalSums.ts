import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtFlowReport,
  DebtSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { usePriceWords } from '../../facts';
import { owedStatuses } from '../../hooks/useRegisterParams';
import { techDebtTranslationRef } from '../../translation';
import { techDebtTotalsTranslationRef } from '../../translations/totals';
import { useDebtWords } from '../../words/useDebtWords';
import { estimatedShare } from './estimatedShare';
import { countMoved } from './movedItems';
import type { TotalId } from './TotalsDrawer';

/** The formulas with this case's figures put in, a line each. */
export function useTotalSums(
  summary: DebtSummary,
  flow: DebtFlowReport | undefined,
): Record<TotalId, string[]> {
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const { t: shared } = useTranslationRef(techDebtTranslationRef);
  const formats = useFormats();
  const words = useDebtWords();
  const prices = usePriceWords();
  const { owed, ages, statuses, dayRate } = summary;
  const parts = statuses
    .filter(({ status }) => owedStatuses.includes(status))
    .map(
      ({ status, items }) => `${formats.count(items)} ${words.status[status]}`,
    );
  const share = estimatedShare(owed);
  const moved = flow && countMoved(flow);
  return {
    owed: [
      `${parts.join(' + ')} = ${formats.count(owed.items)}`,
      ...(ages.medianDays !== null && ages.oldestDays !== null
        ? [
            t('explain.ages', {
              median: shared('age.days', { count: ages.medianDays }),
              oldest: shared('age.days', { count: ages.oldestDays }),
            }),
          ]
        : []),
      t('explain.principal'),
      ...(owed.principalDays !== null && dayRate
        ? [
            t('explain.money', {
              days: prices.amount(owed.principalDays, 'person_days'),
              rate: `${formats.decimal(dayRate.amount)} ${dayRate.currency}`,
              amount: prices.cost({
                amount: owed.principalDays * dayRate.amount,
                currency: dayRate.currency,
                per: 'once',
              }),
            }),
          ]
        : []),
    ],
    overdue: [],
    breached: [],
    moved: moved
      ? [
          t('explain.movedSum', {
            opening: formats.count(moved.opening),
            opened: formats.count(moved.opened),
            reopened: formats.count(moved.reopened),
            movedIn: formats.count(moved.movedIn),
            resolved: formats.count(moved.resolved),
            givenUp: formats.count(moved.givenUp),
            movedOut: formats.count(moved.movedOut),
            closing: formats.count(moved.closing),
          }),
        ]
      : [],
    estimated:
      share === null
        ? []
        : [
            t('explain.estimatedSum', {
              items: formats.count(owed.items),
              without: formats.count(owed.withoutPrincipal),
              share: formats.share(share),
            }),
          ],
  };
}
