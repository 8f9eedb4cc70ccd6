import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import type { Delivery } from '../events/timeline';
import type { MeasurementItem } from '../objectives/drawMeasurement';
import type { FactItem } from './PipelineFactSender';

/** The public intake of Opmodel, as a producer sees it. */
export interface Intake {
  /**
   * Waits until the intake answers, and then, for a limited time only, until the catalog snapshot holds so many entities:
   * what arrives earlier is kept and applied later, which is more work than waiting.
   *
   * @throws when the signal aborts, or when nothing answers in the end
   */
  waitUntilReady(entities: number, signal: AbortSignal): Promise<void>;
  /**
   * Sends at most 1,000 things by one route.
   *
   * @returns one outcome for each, in their order
   * @throws when they could not be delivered after several attempts
   */
  post(
    route: Delivery['route'],
    bodies: Delivery['body'][],
    signal: AbortSignal,
  ): Promise<IntakeOutcome[]>;

  /**
   * Sends at most 1,000 counts of objectives.
   *
   * @returns one outcome for each, in their order
   * @throws when they could not be delivered after several attempts
   */
  measure(
    items: MeasurementItem[],
    signal: AbortSignal,
  ): Promise<IntakeOutcome[]>;

  /**
   * Sends at most 1,000 statements of facts.
   *
   * @returns one outcome for each, in their order
   * @throws when they could not be delivered after several attempts
   */
  tellFacts(items: FactItem[], signal: AbortSignal): Promise<IntakeOutcome[]>;
}
