import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import type { Measure } from '../lib/Measure';

/** Bounds of the bins of all durations, in seconds: from one quick batch to a first import. */
const DURATION_BOUNDS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800,
];

/** What labels a measurement. Each has few values: no id of an event, an entity or a person. */
type Labels = Record<string, string>;

/** Kinds of producers by how their names begin. */
const producerKinds: [prefix: string, kind: string][] = [
  ['collector:', 'collector'],
  ['webhook:', 'webhook'],
  ['user:', 'user'],
];

/** The kind of a producer, for labels: a name would be one series for each. */
function kindOfProducer(producer: string): string {
  return (
    producerKinds.find(([prefix]) => producer.startsWith(prefix))?.[1] ??
    'service'
  );
}

/**
 * Metrics and traces of the engine, by the names that docs/operations.md lists. Without an OpenTelemetry SDK in the backend nothing
 * is kept and nothing is sent.
 */
export class EngineTelemetry {
  readonly #tracing: TracingService;
  readonly #events: MetricsServiceCounter;
  readonly #durations: Record<
    'batch' | 'scan' | 'run' | 'recalculation',
    MetricsServiceHistogram
  >;

  constructor(options: { metrics: MetricsService; tracing: TracingService }) {
    const { metrics, tracing } = options;
    this.#tracing = tracing;
    this.#events = metrics.createCounter('opmodel.intake.events', {
      description: 'Events that reached intake, by what became of them',
      unit: '{event}',
    });
    const histogram = (name: string, description: string) =>
      metrics.createHistogram(name, {
        description,
        unit: 's',
        advice: { explicitBucketBoundaries: DURATION_BOUNDS },
      });
    this.#durations = {
      batch: histogram(
        'opmodel.intake.batch.duration',
        'Time to store a batch of events with all that follows from it',
      ),
      scan: histogram(
        'opmodel.snapshot.scan.duration',
        'Time to read the catalog and write what changed',
      ),
      run: histogram('opmodel.collector.run.duration', 'Time of a run'),
      recalculation: histogram(
        'opmodel.recalculation.duration',
        'Time to compute the numbers of one entity',
      ),
    };
  }

  /** Counts what became of events. */
  countOutcomes(outcomes: IntakeOutcome[], producer: string): void {
    const counts = new Map<string, number>();
    for (const { status } of outcomes) {
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    for (const [status, count] of counts) {
      this.#events.add(count, {
        'opmodel.outcome': status,
        'opmodel.producer.kind': kindOfProducer(producer),
      });
    }
  }

  /** Measures one batch that intake stores. */
  measureBatch<T>(
    batch: { producer: string; events: number },
    work: () => Promise<T>,
  ): Promise<T> {
    return this.#measure(
      'opmodel.intake.submit',
      this.#durations.batch,
      { 'opmodel.producer.kind': kindOfProducer(batch.producer) },
      work,
      { 'opmodel.intake.batch.size': batch.events },
    );
  }

  /** Measures scans of the catalog. */
  readonly measureScan: Measure = work =>
    this.#measure('opmodel.snapshot.scan', this.#durations.scan, {}, work);

  /** Measures the runs of one collector. */
  measureRunsOf(collectorId: string): Measure {
    return work =>
      this.#measure(
        'opmodel.collector.run',
        this.#durations.run,
        { 'opmodel.collector.id': collectorId },
        work,
      );
  }

  /** Measures how one subject computes the numbers of entities. */
  measureRecalculationsOf(subjectId: string): Measure {
    return work =>
      this.#measure(
        'opmodel.recalculation',
        this.#durations.recalculation,
        { 'opmodel.subject.id': subjectId },
        work,
      );
  }

  /** A span and a duration; both say by `error.type` what kind of error ended the work. */
  async #measure<T>(
    span: string,
    duration: MetricsServiceHistogram,
    labels: Labels,
    work: () => Promise<T>,
    details: Record<string, number> = {},
  ): Promise<T> {
    const startedAt = performance.now();
    const record = (ending: Labels) =>
      duration.record((performance.now() - startedAt) / 1000, {
        ...labels,
        ...ending,
      });
    return this.#tracing.startActiveSpan(
      span,
      { attributes: { ...labels, ...details } },
      async () => {
        try {
          const result = await work();
          record({});
          return result;
        } catch (error) {
          record({
            'error.type': (error instanceof Error && error.name) || '_OTHER',
          });
          throw error;
        }
      },
    );
  }
}
