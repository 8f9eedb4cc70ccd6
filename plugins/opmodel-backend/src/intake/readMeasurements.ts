import type {
  ContractError,
  IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { EventEnvelope } from './cdevents';
import { checkMeasurement } from './measurementContract';
import type { Measurement } from './MeasurementPort';
import { isObject, readItems } from './plainItems';
import { withoutNulls } from './profileFields';
import { rejectForErrors, type ReadEvent } from './ReadEvent';

/** A measurement that was read from a request. */
export interface ReadMeasurement {
  measurement: Measurement;
  /** By which its sender knows it. */
  identity: Pick<IntakeOutcome, 'source' | 'id'>;
  /** Where the sender wrote a field of it. */
  pathOf(field: string): string;
}

/** What a request may hold: an event, a measurement, or what is neither. */
export type ReadItem = ReadEvent | ReadMeasurement;

/** What a measurement that was read is rejected for, in the words of its sender. */
export function rejectMeasurement(
  { identity, pathOf }: ReadMeasurement,
  errors: ContractError[],
): { rejected: IntakeOutcome } {
  return rejectForErrors(
    identity,
    errors.map(({ path, message }) => ({ path: pathOf(path), message })),
  );
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
): { events: ReadItem[]; batch: boolean } {
  const { items, batch } = readItems(body);
  const events = items.map((item): ReadItem => {
    const { source } = defaults;
    const read = checkMeasurement(isObject(item) ? withoutNulls(item) : item);
    return read.success
      ? {
          measurement: read.value,
          identity: { source, id: nameOf(read.value) },
          pathOf: field => field,
        }
      : rejectForErrors({ source }, read.errors);
  });
  return { events, batch };
}

/** Reads the data of a CloudEvent that says what was counted. Who says so stands in the envelope. */
export function readMeasurementEvent(
  data: Record<string, unknown>,
  envelope: EventEnvelope,
): ReadItem {
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
