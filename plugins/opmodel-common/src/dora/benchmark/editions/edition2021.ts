import {
  type BenchmarkEdition,
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

const SHARES = { elite: 0.26, high: 0.4 };

/** High, medium and low answered the same fail rate. The sizes of medium and low could not be confirmed. */
export const edition2021: BenchmarkEdition = {
  id: '2021',
  kind: 'tier',
  title: 'Accelerate State of DevOps 2021',
  source: 'https://dora.dev/research/2021/dora-report/',
  metrics: {
    'deployment-frequency': [
      onDemand({ tiers: ['elite'], share: SHARES.elite }),
      frequency('1d-1m', Infinity, MONTHLY, {
        tiers: ['high'],
        share: SHARES.high,
        reported: { from: WEEKLY, to: MONTHLY },
      }),
      frequency('1m-6m', MONTHLY, HALF_YEARLY, {
        tiers: ['medium'],
      }),
      frequency('>6m', HALF_YEARLY, 0, { tiers: ['low'] }),
    ],
    'change-lead-time': [
      duration('<1h', 0, HOUR, { tiers: ['elite'], share: SHARES.elite }),
      duration('1h-1w', HOUR, WEEK, {
        tiers: ['high'],
        share: SHARES.high,
        reported: { from: DAY, to: WEEK },
      }),
      duration('1w-6m', WEEK, SIX_MONTHS, {
        tiers: ['medium'],
        reported: { from: MONTH, to: SIX_MONTHS },
      }),
      duration('>6m', SIX_MONTHS, Infinity, {
        tiers: ['low'],
      }),
    ],
    'failed-deployment-recovery-time': [
      duration('<1h', 0, HOUR, { tiers: ['elite'], share: SHARES.elite }),
      duration('1h-1d', 0, DAY, { tiers: ['high'], share: SHARES.high }),
      duration('1d-1w', DAY, WEEK, {
        tiers: ['medium'],
      }),
      duration('>1w', WEEK, Infinity, {
        tiers: ['low'],
        reported: { from: SIX_MONTHS, to: Infinity },
      }),
    ],
    'change-fail-rate': [
      ratio('<=15%', 0, 0.15, { tiers: ['elite'], share: SHARES.elite }),
      ratio('>15%', 0.15, 1, {
        tiers: ['high', 'medium', 'low'],
        reported: { from: 0.15, to: 0.3 },
      }),
    ],
  },
};
