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
  ratio,
  SIX_MONTHS,
  TWICE_A_DAY,
  WEEK,
  WEEKLY,
} from '../bands';

/**
 * No clusters by performance: the distribution of answers. Where "between once per hour and once per day" ends and "on demand,
 * multiple deploys per day" begins cannot be told from a rate; this tool takes two a day.
 *
 * Of fail and rework rate only the mean of the respondents could be confirmed (19 % and 22 %), so that is where their two bands
 * meet.
 */
export const edition2025: BenchmarkEdition = {
  id: '2025',
  kind: 'distribution',
  title: 'State of AI-assisted Software Development 2025',
  source: 'https://dora.dev/research/2025/dora-report/',
  metrics: {
    'deployment-frequency': [
      frequency('on-demand', Infinity, TWICE_A_DAY, {
        share: 0.162,
        reported: null,
      }),
      frequency('1h-1d', TWICE_A_DAY, DAILY, { share: 0.065, reported: null }),
      frequency('1d-1w', DAILY, WEEKLY, { share: 0.219 }),
      frequency('1w-1m', WEEKLY, MONTHLY, { share: 0.315 }),
      frequency('1m-6m', MONTHLY, HALF_YEARLY, { share: 0.203 }),
      frequency('>6m', HALF_YEARLY, 0, { share: 0.036 }),
    ],
    'change-lead-time': [
      duration('<1h', 0, HOUR, { share: 0.094 }),
      duration('1h-1d', HOUR, DAY, { share: 0.15 }),
      duration('1d-1w', DAY, WEEK, { share: 0.319 }),
      duration('1w-1m', WEEK, MONTH, { share: 0.283 }),
      duration('1m-6m', MONTH, SIX_MONTHS, { share: 0.132 }),
      duration('>6m', SIX_MONTHS, Infinity, { share: 0.02 }),
    ],
    'failed-deployment-recovery-time': [
      duration('<1h', 0, HOUR, { share: 0.213 }),
      duration('1h-1d', HOUR, DAY, { share: 0.353 }),
      duration('1d-1w', DAY, WEEK, { share: 0.28 }),
      duration('1w-1m', WEEK, MONTH, { share: 0.094 }),
      duration('1m-6m', MONTH, SIX_MONTHS, { share: 0.049 }),
      duration('>6m', SIX_MONTHS, Infinity, { share: 0.01 }),
    ],
    'change-fail-rate': [
      ratio('<=19%', 0, 0.19, { reported: null }),
      ratio('>19%', 0.19, 1, { reported: null }),
    ],
    'deployment-rework-rate': [
      ratio('<=22%', 0, 0.22, { reported: null }),
      ratio('>22%', 0.22, 1, { reported: null }),
    ],
  },
};
