import type { PrintedValue } from '../client/DoraInsightApi';
import type { DoraMetricId } from '../client/OpmodelApi';
import type { DoraProfileId } from './doraProfile';
import { printDevlake } from './printDevlake';
import type {
  MetricPrinter,
  PrintedProfile,
  PrintFigures,
} from './printFigures';
import { printFourKeys } from './printFourKeys';
import { printGitlab } from './printGitlab';

const printers: Readonly<Record<DoraProfileId, MetricPrinter>> = {
  // The own definition is what the pages show.
  'dora-2026': () => null,
  devlake: printDevlake,
  'four-keys': printFourKeys,
  gitlab: printGitlab,
};

/**
 * A number as the tool of its definition prints it, to its unit and rounding, with the band or bucket in its own words.
 *
 * Without data it is null, also where the tool itself prints a zero or its best bucket.
 */
export function printMetric(
  metric: DoraMetricId,
  profile: PrintedProfile,
  figures: PrintFigures,
): PrintedValue | null {
  return printers[profile.id](metric, figures, profile);
}
