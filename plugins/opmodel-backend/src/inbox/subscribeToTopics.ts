import type { EventsService } from '@backstage/plugin-events-node';
import type { InboxReceiver } from './InboxReceiver';
import type { WebhookSource } from './WebhookSource';

/**
 * Takes what an organisation already feeds to Backstage's events. Replicas share one subscription, so that each event reaches one
 * of them. An event that cannot be kept is lost, because the events service delivers at most once; webhooks on the route of the
 * inbox are sent again.
 */
export async function subscribeToTopics(options: {
  events: EventsService;
  sources: readonly WebhookSource[];
  receiver: InboxReceiver;
}): Promise<void> {
  const { events, sources, receiver } = options;
  const byTopic = new Map(
    sources.flatMap(source => source.topics.map(topic => [topic, source])),
  );
  if (byTopic.size === 0) {
    return;
  }
  await events.subscribe({
    id: 'inbox',
    topics: [...byTopic.keys()],
    async onEvent({ topic, eventPayload, metadata }) {
      await receiver.receiveFromTopic(byTopic.get(topic)!, {
        topic,
        payload: eventPayload,
        metadata: metadata ?? {},
      });
    },
  });
}
