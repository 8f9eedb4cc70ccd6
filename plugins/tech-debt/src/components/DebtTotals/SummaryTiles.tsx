import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  ShareBar,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { usePriceWords } from '../../facts';
import { techDebtTranslationRef } from '../../translation';
import { techDebtTotalsTranslationRef } from '../../translations/totals';
import { countBreaches } from '../../words/countBreaches';
import { estimatedShare } from './estimatedShare';

interface TileProps {
  summary: DebtSummary;
  onExplain: () => void;
}

/** How many items are owed, and what paying them takes. */
export function OwedTile({ summary, onExplain }: TileProps) {
  const { owed, ages } = summary;
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const { t: words } = useTranslationRef(techDebtTranslationRef);
  const formats = useFormats();
  const prices = usePriceWords();
  const principal =
    owed.principalDays === null
      ? t('principalUnknown')
      : t('principal', {
          amount: prices.amount(owed.principalDays, 'person_days'),
        });
  return (
    <MetricTile
      label={t('owed')}
      value={formats.count(owed.items)}
      unit={t('owedUnit', { count: owed.items })}
      sample={
        ages.medianDays === null
          ? t('nothing')
          : [
              principal,
              t('medianAge', {
                age: words('age.days', { count: ages.medianDays }),
              }),
            ].join(' · ')
      }
      onExplain={onExplain}
    />
  );
}

/** How many items are past their target date. */
export function OverdueTile({ summary, onExplain }: TileProps) {
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const formats = useFormats();
  return (
    <MetricTile
      label={t('overdue')}
      value={summary.owed.items === 0 ? null : formats.count(summary.overdue)}
      reason={t('nothing')}
      state={summary.overdue > 0 ? <StateChip state="attention" /> : undefined}
      sample={[
        t('overdueSample'),
        ...(summary.reviewDue > 0
          ? [t('reviewDue', { n: formats.count(summary.reviewDue) })]
          : []),
      ].join(' · ')}
      onExplain={onExplain}
    />
  );
}

/** How many items are past the time in which their severity is to be remedied. */
export function BreachesTile({ summary, onExplain }: TileProps) {
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const formats = useFormats();
  const items = countBreaches(summary.breaches);
  return (
    <MetricTile
      label={t('breached')}
      value={summary.owed.items === 0 ? null : formats.count(items)}
      reason={t('nothing')}
      state={items > 0 ? <StateChip state="bad" /> : undefined}
      sample={t('breachedSample')}
      onExplain={onExplain}
    />
  );
}

/** How much of what is owed somebody estimated. */
export function EstimatedTile({ summary, onExplain }: TileProps) {
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const formats = useFormats();
  const { items, withoutPrincipal } = summary.owed;
  const share = estimatedShare(summary.owed);
  return (
    <MetricTile
      label={t('estimated')}
      value={share === null ? null : formats.share(share)}
      reason={t('noneToEstimate')}
      trend={
        share === null ? undefined : (
          <ShareBar share={share} series="coverage" />
        )
      }
      sample={t('estimatedSample', {
        count: items - withoutPrincipal,
        estimated: formats.count(items - withoutPrincipal),
        items: formats.count(items),
      })}
      onExplain={onExplain}
    />
  );
}
