import type { PrintedValue } from '../client/DoraInsightApi';
import type { DoraMetricId } from '../client/OpmodelApi';
import type { DoraProfile } from './doraProfile';

/** What a tool's number is printed from. Only what the metric needs has to be given. */
export interface PrintFigures {
  /** ISO days, both included. */
  window: { from: string; to: string };
  /** Lead time or recovery time: the middle of the window in seconds, as `middleOfWindow` gives it; null without a sample. */
  medianSeconds?: number | null;
  /** A rate: what is divided, as the definition counts it; null where nothing is known of it. */
  numerator?: number | null;
  /** A rate and the frequency: deployments of the window that count; null where none has ever been reported. */
  deployments?: number | null;
  /** The frequency: ISO days with a deployment that counts, of one component or of all of a scope. */
  deploymentDays?: readonly string[];
  /** The frequency: the day from which on anything is known; null where nothing is. */
  knownFrom?: string | null;
}

/** What printing takes from a definition. */
export type PrintedProfile = Pick<DoraProfile, 'id' | 'median' | 'weekStart'>;

/** How one tool prints its numbers; null where there is nothing to print, or no such number. */
export type MetricPrinter = (
  metric: DoraMetricId,
  figures: PrintFigures,
  profile: PrintedProfile,
) => PrintedValue | null;
