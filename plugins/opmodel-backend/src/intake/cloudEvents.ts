import { InputError } from '@backstage/errors';
import { MAX_BATCH_EVENTS } from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  identifierSchema,
  instantSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { readCdevent } from './cdevents';
import { rejectForErrors } from './ReadEvent';
import type { ReadItem } from './ReadItem';
import { isTypedEvent, readTypedEvent } from './typedEvents';

/** Media type of one event whose attributes and data stand in the body. */
export const STRUCTURED_MEDIA_TYPE = 'application/cloudevents+json';
/** Media type of many such events. */
export const BATCH_MEDIA_TYPE = 'application/cloudevents-batch+json';

const attributes = z.object({
  specversion: z.literal('1.0'),
  source: identifierSchema,
  id: identifierSchema,
  type: identifierSchema,
  time: instantSchema.optional(),
  datacontenttype: z
    .string()
    .regex(/^[^;]*\bjson\b/i, 'expected a JSON media type')
    .optional(),
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decodeBase64Json(value: unknown): unknown {
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    return JSON.parse(Buffer.from(value, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Reads one CloudEvent whose attributes and data lie side by side. */
function readEnvelope(body: unknown): ReadItem {
  const identity = isObject(body) ? body : {};
  const envelope = checkContract(attributes, body);
  if (!envelope.success) {
    return rejectForErrors(identity, envelope.errors);
  }
  const data = identity.data ?? decodeBase64Json(identity.data_base64);
  if (!isObject(data)) {
    return rejectForErrors(identity, [
      { path: 'data', message: 'required object' },
    ]);
  }
  return isTypedEvent(envelope.value.type)
    ? readTypedEvent(data, envelope.value)
    : readCdevent(data, envelope.value);
}

/**
 * The value of a `ce-` header: the HTTP binding percent-encodes what a header cannot hold, and allows quotes around it. A
 * percent sign that encodes nothing stays as it is.
 */
function decodeHeader(value: string): string {
  const unquoted = /^"(.*)"$/.exec(value)?.[1].replace(/\\(.)/g, '$1') ?? value;
  return unquoted.replace(/(?:%[0-9a-f]{2})+/gi, encoded => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

function attributesOfHeaders(
  headers: IncomingHttpHeaders,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith('ce-') && typeof value === 'string') {
      found[name.slice('ce-'.length)] = decodeHeader(value);
    }
  }
  return found;
}

function readJsonBody(headers: IncomingHttpHeaders, body: unknown): ReadItem {
  const headerAttributes = attributesOfHeaders(headers);
  if (Object.keys(headerAttributes).length > 0) {
    return readEnvelope({ ...headerAttributes, data: body });
  }
  if (!isObject(body)) {
    throw new InputError(
      `expected object; several events are sent as ${BATCH_MEDIA_TYPE}`,
    );
  }
  // Whoever states a context and no attributes of an envelope means a CDEvent, also when the context is none.
  if (
    isObject(body.context) ||
    ('context' in body && !('specversion' in body))
  ) {
    return readCdevent(body);
  }
  return readEnvelope(body);
}

/**
 * Reads a request in any of the three modes of CloudEvents over HTTP, or with a bare CDEvent as its body.
 *
 * @returns the events in their order, and whether they came as a batch
 * @throws InputError when the body as a whole is not what its media type promises
 */
export function readEvents(
  mediaType: string,
  headers: IncomingHttpHeaders,
  body: unknown,
): { events: ReadItem[]; batch: boolean } {
  if (mediaType !== BATCH_MEDIA_TYPE) {
    const event =
      mediaType === STRUCTURED_MEDIA_TYPE
        ? readEnvelope(body)
        : readJsonBody(headers, body);
    return { events: [event], batch: false };
  }
  if (!Array.isArray(body)) {
    throw new InputError('expected array of events');
  }
  if (body.length > MAX_BATCH_EVENTS) {
    throw new InputError(
      `expected at most ${MAX_BATCH_EVENTS} events in one batch, got ${body.length}`,
    );
  }
  return { events: body.map(readEnvelope), batch: true };
}
