import type { ReadEntityFacts } from './readEntityFacts';
import type { ReadEvent } from './ReadEvent';
import type { ReadMeasurement } from './readMeasurements';

/** What a request may hold: an event, a measurement, facts of an entity, or what is none of them. */
export type ReadItem = ReadEvent | ReadMeasurement | ReadEntityFacts;

/** Whether an item goes through the ledger, or was rejected before. */
export function isEvent(item: ReadItem): item is ReadEvent {
  return 'event' in item || 'rejected' in item;
}
