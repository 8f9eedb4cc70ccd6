import {
  type BenchmarkEdition,
  DAILY,
  DAY,
  duration,
  frequency,
  HALF_YEARLY,
  HOUR,
  MONTH,
  MONTHLY,
  onDemand,
  ratio,
  SIX_MONTHS,
  WEEK,
  WEEKLY,
} from '../bands';

const SHARES = { elite: 0.19, high: 0.22, medium: 0.35, low: 0.25 };

/**
 * Fail rates are points and not in the order of the clusters: the medium one failed less (10 %) than the high one (20 %). The
 * band between the points of elite and low is therefore that of both.
 */
export const edition2024: BenchmarkEdition = {
  id: '2024',
  kind: 'tier',
  title: 'Accelerate State of DevOps 2024',
  source: 'https://dora.dev/research/2024/dora-report/',
  metrics: {
    'deployment-frequency': [
      onDemand({ tiers: ['elite'], share: SHARES.elite }),
      frequency('1d-1w', DAILY, WEEKLY, {
        tiers: ['high'],
        share: SHARES.high,
      }),
      frequency('1w-1m', WEEKLY, MONTHLY, {
        tiers: ['medium'],
        share: SHARES.medium,
      }),
      frequency('>1m', MONTHLY, 0, {
        tiers: ['low'],
        share: SHARES.low,
        reported: { from: MONTHLY, to: HALF_YEARLY },
      }),
    ],
    'change-lead-time': [
      duration('<1d', 0, DAY, { tiers: ['elite'], share: SHARES.elite }),
      duration('1d-1w', DAY, WEEK, { tiers: ['high'], share: SHARES.high }),
      duration('1w-1m', WEEK, MONTH, {
        tiers: ['medium'],
        share: SHARES.medium,
      }),
      duration('>1m', MONTH, Infinity, {
        tiers: ['low'],
        share: SHARES.low,
        reported: { from: MONTH, to: SIX_MONTHS },
      }),
    ],
    'failed-deployment-recovery-time': [
      duration('<1h', 0, HOUR, { tiers: ['elite'], share: SHARES.elite }),
      duration('1h-1d', 0, DAY, {
        tiers: ['high', 'medium'],
        share: SHARES.high + SHARES.medium,
      }),
      duration('>1d', DAY, Infinity, {
        tiers: ['low'],
        share: SHARES.low,
        reported: { from: WEEK, to: MONTH },
      }),
    ],
    'change-fail-rate': [
      ratio('<=5%', 0, 0.05, {
        tiers: ['elite'],
        share: SHARES.elite,
        reported: null,
      }),
      ratio('5-20%', 0.05, 0.2, {
        tiers: ['high', 'medium'],
        share: SHARES.high + SHARES.medium,
        reported: null,
      }),
      ratio('>20%', 0.2, 1, {
        tiers: ['low'],
        share: SHARES.low,
        reported: null,
      }),
    ],
  },
};
