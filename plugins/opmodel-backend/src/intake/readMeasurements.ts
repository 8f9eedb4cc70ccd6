import type { EventEnvelope } from './cdevents';
import { checkMeasurement } from './measurementContract';
import type { Measurement } from './MeasurementPort';
import { isObject, readItems } from './plainItems';
import { withoutNulls } from './profileFields';
import { rejectForErrors, type ReadEvent, type SentItem } from './ReadEvent';

/** A measurement that was read from a request. */
export interface ReadMeasurement extends SentItem {
  measurement: Measurement;
}

/**
 * Reads measurements as plain JSON: one object, or `{ items: [...] }`.
 *
 * @param defaults - `source`: who delivers
 * @throws InputError when the body is neither an object nor a list of at most 1,000 items
 */
export function readPlainMeasurements(
  body: unknown,
  defaults: { source: string },
): { events: (ReadEvent | ReadMeasurement)[]; batch: boolean } {
  const { items, batch } = readItems(body);
  const events = items.map(item => {
    const { source } = defaults;
    const read = checkMeasurement(isObject(item) ? withoutNulls(item) : item);
    return read.success
      ? {
          measurement: read.value,
          identity: { source, id: nameOf(read.value) },
          pathOf: (field: string) => field,
        }
      : rejectForErrors({ source }, read.errors);
  });
  return { events, batch };
}

/** Reads the data of a CloudEvent that says what was counted. Who says so stands in the envelope. */
export function readMeasurementEvent(
  data: Record<string, unknown>,
  envelope: EventEnvelope,
): ReadEvent | ReadMeasurement {
  const read = checkMeasurement(withoutNulls(data), 'data');
  const { source, id } = envelope;
  return read.success
    ? {
        measurement: read.value,
        identity: { source, id },
        pathOf: field => `data.${field}`,
      }
    : rejectForErrors(envelope, read.errors);
}

/** What tells a bucket from every other. */
function nameOf({ sloRef, objective, start, seconds }: Measurement): string {
  return `${sloRef}#${objective} ${new Date(start).toISOString()}/${seconds}`;
}
