import type { WebhookReader } from '@opmodel/backstage-plugin-opmodel-node';
import type { DeliveryIdentity, WebhookScheme } from './webhookSchemes';

/** A configured source of webhooks, with what reads it. */
export interface WebhookSource {
  /** Last part of its address. */
  id: string;
  /** The outside system: `github`. */
  type: string;
  /** How its deliveries prove where they come from; undefined where it takes them from topics alone. */
  proof?: WebhookProof;
  /** Where its deliveries say what they are. */
  identity: DeliveryIdentity;
  /**
   * Patterns of what it may speak for, such as `github.com/acme/*`: what stands in the source of an event behind the type and its
   * colon. Undefined: for everything of its type.
   */
  repositories?: readonly string[];
  /** Undefined while no installed module reads deliveries of its type. */
  reader?: WebhookReader;
  /** Topics of Backstage's events that it takes deliveries from as well. */
  topics: readonly string[];
}

/** What a delivery is held against. */
export interface WebhookProof {
  scheme: WebhookScheme;
  /** Any of them is right, so that they can be rotated. */
  secrets: readonly string[];
  /** How far the time of a delivery may be from ours, for schemes that sign one. */
  toleranceMs: number;
  /** The header that holds the token, for the scheme that lets it be chosen. */
  header?: string;
}
