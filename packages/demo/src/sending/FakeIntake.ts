import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import type { Delivery } from '../events/timeline';
import type { MeasurementItem } from '../objectives/drawMeasurement';
import type { Intake } from './Intake';
import type { FactItem } from './PipelineFactSender';

/** Takes everything, in memory, and says of each thing what it is told to say. */
export class FakeIntake implements Intake {
  readonly #judge: (body: Delivery['body']) => IntakeOutcome['status'];
  readonly requests: { route: Delivery['route']; size: number }[] = [];
  /** What was taken, each once, by route, source, id and time. */
  readonly taken = new Map<string, Delivery['body']>();
  /** What was counted, each bucket once. */
  readonly measured = new Map<string, MeasurementItem>();
  /** Buckets of each request that said what was counted. */
  readonly measurements: MeasurementItem[][] = [];
  /** What was told, in the order in which it came. */
  readonly facts: FactItem[] = [];
  /** The next request after so many fails. */
  failAfter = Infinity;

  constructor(
    judge: (body: Delivery['body']) => IntakeOutcome['status'] = () =>
      'accepted',
  ) {
    this.#judge = judge;
  }

  async waitUntilReady(): Promise<void> {}

  async post(
    route: Delivery['route'],
    bodies: Delivery['body'][],
  ): Promise<IntakeOutcome[]> {
    if (this.requests.length >= this.failAfter) {
      throw new Error('the intake is gone');
    }
    this.requests.push({ route, size: bodies.length });
    return bodies.map(body => {
      const { source, id, time } = body;
      const key = [route, source, id, time].join(' ');
      const status = this.taken.has(key) ? 'duplicate' : this.#judge(body);
      if (status !== 'rejected') {
        this.taken.set(key, body);
      }
      return {
        source,
        id,
        status,
        ...(status === 'rejected' && {
          reason: 'the event does not meet its contract',
          errors: [{ path: 'data.subject.id', message: 'required string' }],
        }),
      };
    });
  }

  async tellFacts(items: FactItem[]): Promise<IntakeOutcome[]> {
    this.facts.push(...items);
    return items.map(({ entityRef }) => {
      const status = this.#judge({} as Delivery['body']);
      return {
        source: null,
        id: entityRef,
        status,
        ...(status === 'rejected' && {
          errors: [{ path: 'data.subject.id', message: 'required string' }],
        }),
      };
    });
  }

  async measure(items: MeasurementItem[]): Promise<IntakeOutcome[]> {
    if (this.measurements.length >= this.failAfter) {
      throw new Error('the intake is gone');
    }
    this.measurements.push(items);
    return items.map(item => {
      const { slo, objective, start, seconds } = item;
      const id = [slo, objective, start, seconds].join(' ');
      const before = this.measured.get(id);
      this.measured.set(id, item);
      return {
        source: null,
        id,
        status:
          before?.good === item.good && before.total === item.total
            ? 'duplicate'
            : 'accepted',
      };
    });
  }
}
