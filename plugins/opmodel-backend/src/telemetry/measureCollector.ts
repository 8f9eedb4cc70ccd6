import type { Collector } from '@opmodel/backstage-plugin-opmodel-node';
import type { Measure } from '../lib/Measure';

/** The same collector, whose runs are measured. */
export function measureCollector(
  collector: Collector,
  measure: Measure,
): Collector {
  // A collector may be an instance of a class, so what it inherits has to stay.
  return Object.create(collector, {
    collect: {
      value: (...given: Parameters<Collector['collect']>) =>
        measure(() => collector.collect(...given)),
    },
  });
}
