import type { ProducerGrant } from '../producers/ProducerGrant';
import type { MeasurementPort } from './MeasurementPort';
import { rejectAsSent, type TakenItems } from './ReadEvent';
import type { ReadMeasurement } from './readMeasurements';

/** Takes measurements of those who may send them, and hands them on. */
export class MeasurementIntake {
  readonly #port: MeasurementPort | undefined;

  /**
   * @param options - `port`: undefined where nobody measures service levels here
   */
  constructor(options: { port: MeasurementPort | undefined }) {
    this.#port = options.port;
  }

  /**
   * @param options - `now` in epoch milliseconds
   */
  async take(
    items: readonly ReadMeasurement[],
    options: { grant: ProducerGrant; now: number },
  ): Promise<TakenItems> {
    const port = this.#port;
    if (items.length === 0) {
      return { outcomes: [], refused: [] };
    }
    if (!port) {
      return {
        outcomes: items.map(({ identity }) => ({
          ...identity,
          status: 'rejected',
          reason: 'service levels are switched off here',
        })),
        refused: [],
      };
    }
    const measured = await port.findMeasured([
      ...new Set(items.map(({ measurement }) => measurement.sloRef)),
    ]);
    const admitted = await options.grant.admitMeasurements(items, measured);
    const results = await port.keep(
      admitted.flatMap(item => ('rejected' in item ? [] : item.measurement)),
      options,
    );
    const next = results.values();
    return {
      outcomes: admitted.map(item => {
        if ('rejected' in item) {
          return item.rejected;
        }
        const result = next.next().value!;
        return result.status === 'rejected'
          ? rejectAsSent(item, result.errors).rejected
          : { ...item.identity, ...result };
      }),
      refused: admitted.flatMap(item =>
        'rejected' in item ? item.rejected : [],
      ),
    };
  }
}
