import type { DoraSeries } from '@opmodel/backstage-plugin-opmodel-common';
import type { SeriesRequest } from './doraRequests';
import type { DoraSelection, DoraStore } from './DoraStore';
import type { EnabledDefinition } from './EnabledDefinitions';
import { metricsOf, shapeOf, toSeriesPoints } from './seriesPoints';

/** Reads one metric over time. */
export class SeriesReader {
  readonly #store: Pick<DoraStore, 'describe' | 'sumSeries'>;

  constructor(options: { store: Pick<DoraStore, 'describe' | 'sumSeries'> }) {
    this.#store = options.store;
  }

  async read(
    { calculation, profile }: EnabledDefinition,
    request: Pick<SeriesRequest, 'window' | 'metric' | 'interval'>,
    selection: DoraSelection,
  ): Promise<DoraSeries['points']> {
    const { window, metric, interval } = request;
    const shape = shapeOf(metric, profile);
    const [{ current }, counts] = await Promise.all([
      this.#store.describe(calculation, selection, window, profile.deployments),
      this.#store.sumSeries(calculation, selection, window, {
        interval,
        metrics: metricsOf(shape, profile),
      }),
    ]);
    return toSeriesPoints(counts, window, interval, current, shape, profile);
  }
}
