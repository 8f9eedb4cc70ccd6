import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraMetricId,
  MetricBenchmark,
} from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../translation';

/** The words for tiers and bands of a benchmark. What this version does not know is shown as it is. */
export function useBandText(): {
  tier: (tier: string) => string;
  /** A band of a frequency is told as a rhythm: the time between two deployments. */
  band: (band: string, metric: DoraMetricId) => string;
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
  const rhythms: Record<string, string> = {
    '1h': t('band.hourly'),
    '1d': t('band.daily'),
    '1w': t('band.weekly'),
    '1m': t('band.monthly'),
    '6m': t('band.halfYearly'),
  };
  const band = (id: string, metric: DoraMetricId) => {
    const ofFrequency = metric === 'deployment-frequency';
    const words = ofFrequency ? rhythms : spans;
    const spanOf = (end: string) => words[end] ?? end.replace('%', '\u00a0%');
    const [from, to] = id.split('-');
    const span = spanOf(id.replace(/^(<=|<|>)/, ''));
    if (id === 'on-demand') {
      return t('band.bandOn');
    }
    if (to !== undefined) {
      return t('band.between', { from: spanOf(from), to: spanOf(to) });
    }
    if (id.startsWith('<=')) {
      return t('band.atMost', { span });
    }
    if (id.startsWith('<')) {
      return ofFrequency
        ? t('band.moreOftenThan', { span })
        : t('band.lessThan', { span });
    }
    if (id.startsWith('>')) {
      return ofFrequency
        ? t('band.lessOftenThan', { span })
        : t('band.moreThan', { span });
    }
    return span;
  };
  return { tier: id => tiers[id] ?? id, band };
}

/** A benchmark in few words: `high · 2024`, or the band where the edition has no tier for it. */
export function useBenchmarkWords(): (
  benchmark: MetricBenchmark,
  metric: DoraMetricId,
) => string {
  const { t } = useTranslationRef(doraTranslationRef);
  const text = useBandText();
  return ({ tier, band, edition }, metric) =>
    tier
      ? t('band.tier', { tier: text.tier(tier), edition })
      : t('band.place', { band: text.band(band, metric), edition });
}
