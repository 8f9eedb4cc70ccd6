import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricBenchmark } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../translation';

/** The words for tiers and bands of a benchmark. What this version does not know is shown as it is. */
export function useBandText(): {
  tier: (tier: string) => string;
  band: (band: string) => string;
} {
  const { t } = useTranslationRef(doraTranslationRef);
  const tiers: Record<string, string> = {
    elite: t('band.elite'),
    high: t('band.high'),
    medium: t('band.medium'),
    low: t('band.low'),
  };
  const spans: Record<string, string> = {
    '1h': t('band.hour'),
    '1d': t('band.day'),
    '1w': t('band.week'),
    '1m': t('band.month'),
    '6m': t('band.sixMonths'),
  };
  const span = (id: string) => spans[id] ?? id.replace('%', '\u00a0%');
  const band = (id: string) => {
    if (id === 'on-demand') {
      return t('band.bandOn');
    }
    const [from, to] = id.split('-');
    if (to !== undefined) {
      return t('band.between', { from: span(from), to: span(to) });
    }
    if (id.startsWith('<=')) {
      return t('band.atMost', { span: span(id.slice(2)) });
    }
    if (id.startsWith('<')) {
      return t('band.lessThan', { span: span(id.slice(1)) });
    }
    return id.startsWith('>')
      ? t('band.moreThan', { span: span(id.slice(1)) })
      : span(id);
  };
  return { tier: id => tiers[id] ?? id, band };
}

/** A benchmark in few words: `high · 2024`, or the band where the edition has no tiers. */
export function useBenchmarkWords(): (benchmark: MetricBenchmark) => string {
  const { t } = useTranslationRef(doraTranslationRef);
  const text = useBandText();
  return ({ tier, band, edition }) =>
    tier
      ? t('band.tier', { tier: text.tier(tier), edition })
      : t('band.place', { band: text.band(band), edition });
}
