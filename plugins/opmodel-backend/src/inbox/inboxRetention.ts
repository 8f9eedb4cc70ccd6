import type { RetentionRule } from '../retention/RetentionRule';
import type { InboxStore } from './InboxStore';

/**
 * How long deliveries are kept that were processed, of which only when and how they arrived is left, and those that were set
 * aside, with their bodies. What waits is kept until somebody has processed it.
 */
export function createInboxRetention(store: InboxStore): RetentionRule {
  return {
    id: 'inbox',
    title: 'Webhook deliveries that were processed or set aside',
    defaultKeepDays: 30,
    deleteBatch: options => store.deleteBatch(options),
  };
}
