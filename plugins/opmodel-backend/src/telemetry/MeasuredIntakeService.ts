import type {
  IntakeEvent,
  IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import { IntakeService } from '../intake/IntakeService';
import type { EngineTelemetry } from './EngineTelemetry';

/** Intake whose batches are measured. */
export class MeasuredIntakeService extends IntakeService {
  readonly #telemetry: EngineTelemetry;

  constructor(
    options: ConstructorParameters<typeof IntakeService>[0] & {
      telemetry: EngineTelemetry;
    },
  ) {
    super(options);
    this.#telemetry = options.telemetry;
  }

  async submit(
    events: IntakeEvent[],
    options: { producer: string; now: number },
  ): Promise<IntakeOutcome[]> {
    return this.#telemetry.measureBatch(
      { producer: options.producer, events: events.length },
      () => super.submit(events, options),
    );
  }
}
