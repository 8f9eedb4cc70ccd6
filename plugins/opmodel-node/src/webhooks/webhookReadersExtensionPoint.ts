import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { WebhookReader } from './WebhookReader';

/** Lets a module register what reads the webhooks of one outside system. */
export interface WebhookReadersExtensionPoint {
  /**
   * @throws ConflictError when a reader of that type is registered already
   */
  addWebhookReader(...readers: WebhookReader[]): void;
}

/** The extension point of the `opmodel` plugin by which modules register readers of webhooks. */
export const opmodelWebhookReadersExtensionPoint =
  createExtensionPoint<WebhookReadersExtensionPoint>({
    id: 'opmodel.webhookReaders',
  });
