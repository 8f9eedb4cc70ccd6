import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { cleanText } from '../catalog/cleanText';
import type { DeliveryIdentity, IdentityPlaces } from './webhookSchemes';

/** Ids and types are short; what is longer is no id. */
const MAX_LENGTH = 200;

/** The value of a field of a body by its path: `event.id`. Undefined where there is none. */
export function fieldAt(content: unknown, path: string): unknown {
  let value = content;
  for (const name of path.split('.')) {
    if (
      typeof value !== 'object' ||
      value === null ||
      !Object.hasOwn(value, name)
    ) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const text = String(value).trim();
  const isPlain =
    text !== '' && text.length <= MAX_LENGTH && cleanText(text) === text;
  return isPlain ? text : undefined;
}

function firstOf(
  places: IdentityPlaces,
  headers: IncomingHttpHeaders,
  content: unknown,
): string | undefined {
  for (const header of places.headers ?? []) {
    const text = textOf(headers[header]);
    if (text !== undefined) {
      return text;
    }
  }
  for (const field of places.fields ?? []) {
    const text = textOf(fieldAt(content, field));
    if (text !== undefined) {
      return text;
    }
  }
  return undefined;
}

/** One body may say different things as different types, where only a header tells which. */
function typeInKey(
  { type: places, types }: DeliveryIdentity,
  type: string | undefined,
): string {
  const isOwn =
    places.headers && type !== undefined && (types?.includes(type) ?? true);
  return isOwn ? `:${type}` : '';
}

/**
 * What a delivery says it is.
 *
 * @param delivery - `body`: what stands for the delivery where the sender gives it no id that can be believed; `topic`: the type
 *   of what came over a topic, where nothing else tells
 */
export function identifyDelivery(
  identity: DeliveryIdentity,
  delivery: {
    headers: IncomingHttpHeaders;
    content: unknown;
    body: string | Buffer;
    topic?: string;
  },
): { key: string; type: string | undefined } {
  const { headers, content, body, topic } = delivery;
  const type = firstOf(identity.type, headers, content) ?? topic;
  const key =
    firstOf(identity.id, headers, content) ??
    `sha256:${createHash('sha256').update(body).digest('hex')}${typeInKey(
      identity,
      type,
    )}`;
  return { key, type };
}
