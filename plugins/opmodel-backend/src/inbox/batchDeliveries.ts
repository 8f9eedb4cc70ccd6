import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type { ClaimedDelivery } from './InboxStore';

/** A delivery with what it says. */
export interface ReadDelivery {
  claim: ClaimedDelivery;
  events: IntakeEvent[];
}

/**
 * Puts deliveries together that can be given to intake at once: those of one source, in their order, as long as their events are
 * no more than intake takes. One that alone has more stands alone.
 */
export function batchDeliveries(
  deliveries: readonly ReadDelivery[],
  maxEvents: number,
): ReadDelivery[][] {
  const batches: ReadDelivery[][] = [];
  const open = new Map<string, { batch: ReadDelivery[]; events: number }>();
  for (const delivery of deliveries) {
    const { source } = delivery.claim;
    const { length } = delivery.events;
    const last = open.get(source);
    if (last && last.events + length <= maxEvents) {
      last.batch.push(delivery);
      last.events += length;
    } else {
      const batch = [delivery];
      batches.push(batch);
      open.set(source, { batch, events: length });
    }
  }
  return batches;
}
