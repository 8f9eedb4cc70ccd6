import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';

/** Is told what became of events, in the terms of their sender. */
export interface OutcomeListener {
  /**
   * Takes note of outcomes. It never fails: what a sender is answered must not depend on who listens.
   *
   * @param options - `producer`: who delivered; `now` in epoch milliseconds
   */
  record(
    outcomes: IntakeOutcome[],
    options: { producer: string; now: number },
  ): Promise<void>;
}
