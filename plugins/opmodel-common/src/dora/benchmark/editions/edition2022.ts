import {
  type BenchmarkEdition,
  DAY,
  duration,
  frequency,
  HALF_YEARLY,
  MONTH,
  MONTHLY,
  onDemand,
  ratio,
  SIX_MONTHS,
  WEEK,
  WEEKLY,
} from '../bands';

/** No elite cluster was found in this year. The sizes of the three could not be confirmed. */
export const edition2022: BenchmarkEdition = {
  id: '2022',
  kind: 'tier',
  title: 'Accelerate State of DevOps 2022',
  source: 'https://dora.dev/research/2022/dora-report/',
  metrics: {
    'deployment-frequency': [
      onDemand({ tiers: ['high'] }),
      frequency('1d-1m', Infinity, MONTHLY, {
        tiers: ['medium'],
        reported: { from: WEEKLY, to: MONTHLY },
      }),
      frequency('>1m', MONTHLY, 0, {
        tiers: ['low'],
        reported: { from: MONTHLY, to: HALF_YEARLY },
      }),
    ],
    'change-lead-time': [
      duration('<1w', 0, WEEK, {
        tiers: ['high'],
        reported: { from: DAY, to: WEEK },
      }),
      duration('1w-1m', WEEK, MONTH, { tiers: ['medium'] }),
      duration('>1m', MONTH, Infinity, {
        tiers: ['low'],
        reported: { from: MONTH, to: SIX_MONTHS },
      }),
    ],
    'failed-deployment-recovery-time': [
      duration('<1d', 0, DAY, { tiers: ['high'] }),
      duration('1d-1w', DAY, WEEK, { tiers: ['medium'] }),
      duration('>1w', WEEK, Infinity, {
        tiers: ['low'],
        reported: { from: WEEK, to: MONTH },
      }),
    ],
    'change-fail-rate': [
      ratio('<=15%', 0, 0.15, { tiers: ['high'] }),
      ratio('15-30%', 0.15, 0.3, { tiers: ['medium'] }),
      ratio('>30%', 0.3, 1, {
        tiers: ['low'],
        reported: { from: 0.46, to: 0.6 },
      }),
    ],
  },
};
