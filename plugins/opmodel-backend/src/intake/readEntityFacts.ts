import type { EventEnvelope } from './cdevents';
import { checkEntityFacts } from './entityFactContract';
import type { StatedEntityFacts } from './EntityFactPort';
import { isObject, readItems } from './plainItems';
import { withoutNulls } from './profileFields';
import { type ReadEvent, rejectForErrors, type SentItem } from './ReadEvent';

/** Facts of an entity that were read from a request. */
export interface ReadEntityFacts extends SentItem {
  entityFacts: StatedEntityFacts;
}

/**
 * Reads facts of entities as plain JSON: one object, or `{ items: [...] }`.
 *
 * @param defaults - `source`: who delivers; `now`: of what states no instant, epoch milliseconds
 * @throws InputError when the body is neither an object nor a list of at most 1,000 items
 */
export function readPlainEntityFacts(
  body: unknown,
  { source, now }: { source: string; now: number },
): { events: (ReadEvent | ReadEntityFacts)[]; batch: boolean } {
  const { items, batch } = readItems(body);
  const events = items.map(item => {
    const read = checkEntityFacts(isObject(item) ? withoutNulls(item) : item, {
      now,
    });
    return read.success
      ? {
          entityFacts: read.value,
          identity: { source, id: nameOf(read.value) },
          pathOf: (field: string) => field,
        }
      : rejectForErrors({ source }, read.errors);
  });
  return { events, batch };
}

/** Reads the data of a CloudEvent that tells facts of an entity. Who says so stands in the envelope, and when, unless the data does. */
export function readEntityFactEvent(
  data: Record<string, unknown>,
  envelope: EventEnvelope,
): ReadEvent | ReadEntityFacts {
  const { source, id, time } = envelope;
  if (time === undefined && (data.toldAt ?? undefined) === undefined) {
    return rejectForErrors(envelope, [
      { path: 'time', message: 'required date-time' },
    ]);
  }
  const read = checkEntityFacts(withoutNulls(data), {
    now: Date.parse(time ?? ''),
    path: 'data',
  });
  return read.success
    ? {
        entityFacts: read.value,
        identity: { source, id },
        pathOf: field => `data.${field}`,
      }
    : rejectForErrors(envelope, read.errors);
}

/** What tells a statement from every other. */
function nameOf({ provider, entityRef, toldAt }: StatedEntityFacts): string {
  return `${provider} ${entityRef} ${new Date(toldAt).toISOString()}`;
}
