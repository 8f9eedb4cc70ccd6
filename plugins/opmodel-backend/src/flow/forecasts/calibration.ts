import type {
  DueForecast,
  ForecastBound,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ForecastRecord } from './ForecastStore';

/**
 * A kept forecast with its outcome, as it is scored.
 *
 * @returns null where nothing can be said of it, because nothing of its scope was left to count: a service that was taken down broke
 *   no promise
 */
export function toDueForecast({
  kind,
  percentiles,
  outcome,
  uncounted,
}: Pick<
  ForecastRecord,
  'kind' | 'percentiles' | 'outcome' | 'uncounted'
>): DueForecast | null {
  if (uncounted) {
    return null;
  }
  if (kind === 'when') {
    return {
      kind,
      bounds: percentiles as ForecastBound<string>[],
      outcome: outcome === null ? null : String(outcome),
    };
  }
  return outcome === null
    ? null
    : {
        kind,
        bounds: percentiles as ForecastBound<number>[],
        outcome: Number(outcome),
      };
}
