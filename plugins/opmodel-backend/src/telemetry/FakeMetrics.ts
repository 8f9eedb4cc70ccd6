import type {
  MetricAttributes,
  MetricOptions,
  MetricsService,
  MetricsServiceObservable,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';

/** One value that was measured. */
export interface Measurement {
  name: string;
  value: number;
  attributes: MetricAttributes;
}

/** Keeps measurements in memory. */
export class FakeMetrics implements MetricsService {
  measurements: Measurement[] = [];
  /** What was created, by name. */
  instruments = new Map<string, MetricOptions>();
  readonly #callbacks = new Map<
    string,
    Set<MetricsServiceObservableCallback<any>>
  >();

  createCounter(name: string, options: MetricOptions = {}) {
    this.instruments.set(name, options);
    return { add: this.#note(name) };
  }

  createUpDownCounter(name: string, options: MetricOptions = {}) {
    return this.createCounter(name, options);
  }

  createHistogram(name: string, options: MetricOptions = {}) {
    this.instruments.set(name, options);
    return { record: this.#note(name) };
  }

  createGauge(name: string, options: MetricOptions = {}) {
    return this.createHistogram(name, options);
  }

  createObservableGauge(
    name: string,
    options: MetricOptions = {},
  ): MetricsServiceObservable<any> {
    this.instruments.set(name, options);
    const callbacks = new Set<MetricsServiceObservableCallback<any>>();
    this.#callbacks.set(name, callbacks);
    return {
      addCallback: callback => callbacks.add(callback),
      removeCallback: callback => callbacks.delete(callback),
    };
  }

  createObservableCounter(name: string, options: MetricOptions = {}) {
    return this.createObservableGauge(name, options);
  }

  createObservableUpDownCounter(name: string, options: MetricOptions = {}) {
    return this.createObservableGauge(name, options);
  }

  /** What the observable instruments tell now. */
  async collect(): Promise<Record<string, number>> {
    const observed: Record<string, number> = {};
    const all = [...this.#callbacks].flatMap(([name, callbacks]) =>
      [...callbacks].map(callback =>
        callback({
          observe: value => {
            observed[name] = value;
          },
        }),
      ),
    );
    await Promise.all(all);
    return observed;
  }

  #note(name: string) {
    return (value: number, attributes: MetricAttributes = {}) => {
      this.measurements.push({ name, value, attributes });
    };
  }
}
