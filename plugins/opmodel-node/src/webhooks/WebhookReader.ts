import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';

/** A delivery of an outside system, after its signature was found right. */
export interface WebhookDelivery {
  /** What the sender calls this kind of delivery, such as `pull_request` or `incident.triggered`; undefined where it does not say. */
  type: string | undefined;
  /** The parsed body. Nothing is known of its shape. */
  body: unknown;
  /** When it arrived, epoch milliseconds. */
  receivedAt: number;
}

/**
 * Reads the deliveries of one outside system. Verifying them, keeping them until they are read, and reading them again after a
 * crash is the engine's affair, so a reader is a pure function of what it is given.
 */
export interface WebhookReader {
  /** The outside system as configuration names it: `github`. The sources of its events start with it and a colon. */
  type: string;
  /** What it reads, for the operator's page. */
  title: string;
  /**
   * Topics of Backstage's events service that carry the same bodies. The part after the last dot is the type of the delivery:
   * `github.pull_request`.
   */
  topics?: string[];
  /**
   * What a delivery says. Empty for one that says nothing about deliveries, changes, incidents or work items.
   *
   * The identity of an event comes from what the body speaks of, never from the delivery, so that one fact that arrives twice, by
   * webhook and by events topic, is one event. Where a thing can be edited and times are in seconds, `identifyByContent` keeps two
   * edits apart.
   *
   * @throws WebhookContractError for a body that is not what its type promises; the delivery is then set aside and shown to the
   *   operator
   */
  read(delivery: WebhookDelivery): IntakeEvent[];
}
