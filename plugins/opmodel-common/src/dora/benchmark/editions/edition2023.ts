import {
  type BenchmarkEdition,
  DAILY,
  DAY,
  duration,
  frequency,
  HOUR,
  MONTH,
  MONTHLY,
  onDemand,
  ratio,
  SIX_MONTHS,
  WEEK,
  WEEKLY,
} from '../bands';

const SHARES = { elite: 0.18, high: 0.31, medium: 0.33 };

/**
 * Medium and low deployed equally often and equally fast. Fail rates are the point of each cluster. The size of the low cluster
 * is told differently by different summaries and so left out.
 */
export const edition2023: BenchmarkEdition = {
  id: '2023',
  kind: 'tier',
  title: 'Accelerate State of DevOps 2023',
  source: 'https://dora.dev/research/2023/dora-report/',
  metrics: {
    'deployment-frequency': [
      onDemand({ tiers: ['elite'], share: SHARES.elite }),
      frequency('1d-1w', DAILY, WEEKLY, {
        tiers: ['high'],
        share: SHARES.high,
      }),
      frequency('>1w', WEEKLY, 0, {
        tiers: ['medium', 'low'],
        reported: { from: WEEKLY, to: MONTHLY },
      }),
    ],
    'change-lead-time': [
      duration('<1d', 0, DAY, { tiers: ['elite'], share: SHARES.elite }),
      duration('1d-1w', DAY, WEEK, { tiers: ['high'], share: SHARES.high }),
      duration('>1w', WEEK, Infinity, {
        tiers: ['medium', 'low'],
        reported: { from: WEEK, to: MONTH },
      }),
    ],
    'failed-deployment-recovery-time': [
      duration('<1h', 0, HOUR, { tiers: ['elite'], share: SHARES.elite }),
      duration('1h-1d', 0, DAY, { tiers: ['high'], share: SHARES.high }),
      duration('1d-1w', DAY, WEEK, {
        tiers: ['medium'],
        share: SHARES.medium,
      }),
      duration('>1w', WEEK, Infinity, {
        tiers: ['low'],
        reported: { from: MONTH, to: SIX_MONTHS },
      }),
    ],
    'change-fail-rate': [
      ratio('<=5%', 0, 0.05, {
        tiers: ['elite'],
        share: SHARES.elite,
        reported: null,
      }),
      ratio('5-10%', 0.05, 0.1, {
        tiers: ['high'],
        share: SHARES.high,
        reported: null,
      }),
      ratio('10-15%', 0.1, 0.15, {
        tiers: ['medium'],
        share: SHARES.medium,
        reported: null,
      }),
      ratio('>15%', 0.15, 1, { tiers: ['low'], reported: null }),
    ],
  },
};
