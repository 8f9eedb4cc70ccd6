import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What is read of the engine whenever metrics are collected. */
export interface EngineReading {
  /** Deliveries that wait. */
  inboxWaiting: number;
  /** Deliveries that were set aside. */
  inboxSetAside: number;
  /** Entities whose numbers wait to be computed. */
  recalculationsWaiting: number;
  /** Age of the last complete scan in seconds; null before the first. */
  snapshotAge: number | null;
  /** Entities in the snapshot. */
  snapshotEntities: number;
}

/** All gauges of one collection share a reading. Milliseconds. */
const READING_LASTS = 5_000;

const gauges: {
  name: string;
  unit: string;
  description: string;
  valueOf(reading: EngineReading): number | null;
}[] = [
  {
    name: 'opmodel.inbox.waiting',
    unit: '{delivery}',
    description: 'Webhook deliveries that wait to be processed',
    valueOf: reading => reading.inboxWaiting,
  },
  {
    name: 'opmodel.inbox.set_aside',
    unit: '{delivery}',
    description: 'Webhook deliveries that were set aside',
    valueOf: reading => reading.inboxSetAside,
  },
  {
    name: 'opmodel.recalculations.waiting',
    unit: '{entity}',
    description: 'Entities whose numbers wait to be computed',
    valueOf: reading => reading.recalculationsWaiting,
  },
  {
    name: 'opmodel.snapshot.age',
    unit: 's',
    description: 'Age of the last complete scan of the catalog',
    valueOf: reading => reading.snapshotAge,
  },
  {
    name: 'opmodel.snapshot.entities',
    unit: '{entity}',
    description: 'Entities in the snapshot of the catalog',
    valueOf: reading => reading.snapshotEntities,
  },
];

/**
 * Offers gauges of the engine's state. It is read when somebody collects metrics, and never otherwise. Every replica tells the
 * same, because all of it stands in the database: take the maximum over replicas, not the sum.
 */
export function observeEngine(options: {
  metrics: MetricsService;
  read(): Promise<EngineReading>;
  logger: LoggerService;
}): void {
  let latest: { at: number; reading: Promise<EngineReading> } | undefined;
  const share = () => {
    const at = performance.now();
    if (!latest || at - latest.at > READING_LASTS) {
      latest = { at, reading: options.read() };
      latest.reading.catch(error =>
        options.logger.warn('The state of the engine is not measured', error),
      );
    }
    return latest.reading;
  };
  for (const { name, unit, description, valueOf } of gauges) {
    options.metrics
      .createObservableGauge(name, { unit, description })
      .addCallback(async result => {
        // What could not be read is not observed; the reason is logged once for all gauges.
        const value = await share().then(valueOf, () => null);
        if (value !== null) {
          result.observe(value);
        }
      });
  }
}
