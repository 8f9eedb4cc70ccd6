import type {
  IntakeEvent,
  IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { IntakeService } from './IntakeService';
import type { OutcomeListener } from './OutcomeListener';

/** Intake for collectors and webhooks, which tells what became of their events. */
export class ReportingIntake implements Pick<IntakeService, 'submit'> {
  readonly #service: Pick<IntakeService, 'submit'>;
  readonly #outcomes: OutcomeListener;

  constructor(options: {
    service: Pick<IntakeService, 'submit'>;
    outcomes: OutcomeListener;
  }) {
    this.#service = options.service;
    this.#outcomes = options.outcomes;
  }

  async submit(
    events: IntakeEvent[],
    options: { producer: string; now: number },
  ): Promise<IntakeOutcome[]> {
    const outcomes = await this.#service.submit(events, options);
    await this.#outcomes.record(outcomes, options);
    return outcomes;
  }
}
