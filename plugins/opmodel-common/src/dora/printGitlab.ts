import { countDays } from '../calendar/days';
import type { PrintedValue } from '../client/DoraInsightApi';
import type { MetricPrinter, PrintFigures } from './printFigures';

const DAY = 86_400;

/**
 * What value stream analytics of GitLab prints: days to one decimal, deployments a day and percentages to two. Its API gives
 * the same figures in seconds and unrounded.
 *
 * Source: `ee/lib/gitlab/analytics/cycle_analytics/summary`, `lib/gitlab/cycle_analytics/summary_helper.rb` of GitLab 16.
 */
export const printGitlab: MetricPrinter = (metric, figures) => {
  switch (metric) {
    case 'change-lead-time':
    case 'failed-deployment-recovery-time':
      return printDays(figures);
    case 'change-fail-rate':
      return printRate(figures);
    case 'deployment-frequency':
      return printFrequency(figures);
    default:
      return null;
  }
};

function printDays({ medianSeconds }: PrintFigures): PrintedValue | null {
  return medianSeconds === null || medianSeconds === undefined
    ? null
    : {
        value: Math.round((medianSeconds / DAY) * 10) / 10,
        unit: 'days',
        text: null,
      };
}

/** May pass 100 %: all incidents of the range over its deployments, of which at least one is taken. */
function printRate({
  numerator,
  deployments,
}: PrintFigures): PrintedValue | null {
  if (
    numerator === null ||
    numerator === undefined ||
    deployments === null ||
    deployments === undefined ||
    numerator + deployments === 0
  ) {
    return null;
  }
  return {
    value: Math.round((numerator / Math.max(1, deployments)) * 10_000) / 100,
    unit: 'percent',
    text: null,
  };
}

/** By all days of the range, also those before the first deployment. */
function printFrequency({
  window,
  deployments,
}: PrintFigures): PrintedValue | null {
  return deployments === null || deployments === undefined
    ? null
    : {
        value:
          Math.round((deployments / countDays(window.from, window.to)) * 100) /
          100,
        unit: 'per-day',
        text: null,
      };
}
