import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import type { ProducerGrant } from '../producers/ProducerGrant';
import type { MeasurementPort } from './MeasurementPort';
import { type ReadMeasurement, rejectMeasurement } from './readMeasurements';

/** What became of measurements. */
export interface TakenMeasurements {
  /** One for each, in their order. */
  outcomes: IntakeOutcome[];
  /** Those of them that are there because the producer was not allowed to send that. */
  refused: IntakeOutcome[];
}

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
  ): Promise<TakenMeasurements> {
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
          ? rejectMeasurement(item, result.errors).rejected
          : { ...item.identity, ...result };
      }),
      refused: admitted.flatMap(item =>
        'rejected' in item ? item.rejected : [],
      ),
    };
  }
}
