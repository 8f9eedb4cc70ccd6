import {
  type BenchmarkEdition,
  DAY,
  duration,
  frequency,
  HALF_YEARLY,
  HOUR,
  MONTH,
  MONTHLY,
  DAILY,
  onDemand,
  ratio,
  SIX_MONTHS,
  WEEK,
  WEEKLY,
} from '../bands';

/** Elite, high and medium answered the same fail rate, high and medium the same time to restore. */
export const edition2019: BenchmarkEdition = {
  id: '2019',
  kind: 'tier',
  title: 'Accelerate State of DevOps 2019',
  source: 'https://dora.dev/research/2019/dora-report/',
  metrics: {
    'deployment-frequency': [
      onDemand({ tiers: ['elite'], share: 0.2 }),
      frequency('1d-1w', DAILY, WEEKLY, { tiers: ['high'] }),
      frequency('1w-1m', WEEKLY, MONTHLY, { tiers: ['medium'] }),
      frequency('>1m', MONTHLY, 0, {
        tiers: ['low'],
        reported: { from: MONTHLY, to: HALF_YEARLY },
      }),
    ],
    'change-lead-time': [
      duration('<1d', 0, DAY, { tiers: ['elite'], share: 0.2 }),
      duration('1d-1w', DAY, WEEK, { tiers: ['high'] }),
      duration('1w-1m', WEEK, MONTH, { tiers: ['medium'] }),
      duration('>1m', MONTH, Infinity, {
        tiers: ['low'],
        reported: { from: MONTH, to: SIX_MONTHS },
      }),
    ],
    'failed-deployment-recovery-time': [
      duration('<1h', 0, HOUR, { tiers: ['elite'], share: 0.2 }),
      duration('1h-1d', 0, DAY, { tiers: ['high', 'medium'] }),
      duration('>1d', DAY, Infinity, {
        tiers: ['low'],
        reported: { from: WEEK, to: MONTH },
      }),
    ],
    'change-fail-rate': [
      ratio('<=15%', 0, 0.15, { tiers: ['elite', 'high', 'medium'] }),
      ratio('>15%', 0.15, 1, {
        tiers: ['low'],
        reported: { from: 0.46, to: 0.6 },
      }),
    ],
  },
};
