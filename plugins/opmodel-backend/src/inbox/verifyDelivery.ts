import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { fieldAt } from './deliveryFields';
import type { SignatureProof, TimestampPlace } from './webhookSchemes';
import type { WebhookProof } from './WebhookSource';

/** Why a delivery is not taken for what it says it is. For the auditor, never for the sender. */
export type Refusal =
  | 'signature-missing'
  | 'signature-wrong'
  | 'timestamp-missing'
  | 'timestamp-out-of-range';

/** Signatures of one delivery that are looked at; a sender that rotates its secret writes two. */
const MAX_SIGNATURES = 10;

const DIGEST_BYTES = 32;

/** Default of how far the time of a delivery may be from ours. */
export const DEFAULT_TOLERANCE_SECONDS = 300;

const encodings = {
  hex: /^[0-9a-f]{64}$/i,
  base64: /^[0-9a-z+/]{43}=$/i,
};

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** Whether the value is one of the secrets. It compares all of them, and digests, so that the time it takes tells nothing. */
function isOneOf(value: string, secrets: readonly string[]): boolean {
  const given = digest(value);
  let found = false;
  for (const secret of secrets) {
    if (timingSafeEqual(given, digest(secret))) {
      found = true;
    }
  }
  return found;
}

function headerText(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value ?? '';
}

function readToken(
  headers: IncomingHttpHeaders,
  header: string,
  form: 'bearer' | 'basic' | undefined,
): string {
  const value = headerText(headers, header);
  if (!form) {
    return value;
  }
  const [, scheme, credentials] = /^(\S+) +(\S+) *$/.exec(value) ?? [];
  if (scheme?.toLowerCase() !== form) {
    return '';
  }
  if (form === 'bearer') {
    return credentials;
  }
  return /^([0-9a-z+/]{4})*([0-9a-z+/]{2}==|[0-9a-z+/]{3}=)?$/i.test(
    credentials,
  )
    ? Buffer.from(credentials, 'base64').toString('utf8')
    : '';
}

function readSignatures(
  headers: IncomingHttpHeaders,
  proof: SignatureProof,
): Buffer[] {
  const value = headerText(headers, proof.header);
  const entries = proof.separator ? value.split(proof.separator) : [value];
  return entries
    .slice(0, MAX_SIGNATURES)
    .map(entry => entry.trim())
    .filter(entry => entry.startsWith(proof.prefix))
    .map(entry => entry.slice(proof.prefix.length))
    .filter(signature => encodings[proof.encoding].test(signature))
    .map(signature => Buffer.from(signature, proof.encoding))
    .filter(({ length }) => length === DIGEST_BYTES);
}

function checkTimestamp(
  value: unknown,
  place: TimestampPlace,
  options: { toleranceMs: number; now: number },
): Refusal | undefined {
  const sent =
    typeof value === 'string' && /^\d{1,15}$/.test(value)
      ? Number(value)
      : value;
  if (typeof sent !== 'number' || !Number.isFinite(sent)) {
    return 'timestamp-missing';
  }
  const sentAt = place.unit === 'seconds' ? sent * 1000 : sent;
  return Math.abs(options.now - sentAt) > options.toleranceMs
    ? 'timestamp-out-of-range'
    : undefined;
}

/** The key that a secret stands for. */
export function signingKey(secret: string, key: SignatureProof['key']): Buffer {
  return key === 'whsec'
    ? Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    : Buffer.from(secret, 'utf8');
}

/**
 * What can be said of a delivery before its body is read: whether a token is right, whether there is a signature at all, and
 * whether it is of our time. So nobody makes the engine read a large body without having anything to show.
 *
 * @returns why it is refused, or undefined
 */
export function verifyHeaders(
  { scheme, secrets, header, toleranceMs }: WebhookProof,
  delivery: { headers: IncomingHttpHeaders; now: number },
): Refusal | undefined {
  const { headers, now } = delivery;
  const { proof } = scheme;
  if (proof.kind === 'token') {
    const name = proof.header === 'any' ? header! : proof.header;
    const token = readToken(headers, name, proof.form);
    if (token === '') {
      return 'signature-missing';
    }
    return isOneOf(token, secrets) ? undefined : 'signature-wrong';
  }
  if (readSignatures(headers, proof).length === 0) {
    return 'signature-missing';
  }
  const place = proof.timestamp;
  const sent = place?.header && headers[place.header];
  if (place?.header && (sent !== undefined || !place.optional)) {
    return checkTimestamp(sent, place, { toleranceMs, now });
  }
  return undefined;
}

/** What the sender has signed. */
function signedParts(
  proof: SignatureProof,
  headers: IncomingHttpHeaders,
  rawBody: Buffer,
): (string | Buffer)[] {
  const timestamp = proof.timestamp?.header
    ? headerText(headers, proof.timestamp.header)
    : '';
  switch (proof.signs) {
    case 'id.timestamp.body':
      return [headerText(headers, 'webhook-id'), '.', timestamp, '.', rawBody];
    case 'timestamp:body':
      return timestamp === '' ? [rawBody] : [timestamp, ':', rawBody];
    default:
      return [rawBody];
  }
}

/**
 * Holds the bytes of a delivery, exactly as they arrived, against its signature.
 *
 * @returns why it is refused, or undefined
 */
export function verifyBody(
  { scheme, secrets }: WebhookProof,
  delivery: { headers: IncomingHttpHeaders; rawBody: Buffer },
): Refusal | undefined {
  const { proof } = scheme;
  if (proof.kind === 'token') {
    return undefined;
  }
  const { headers, rawBody } = delivery;
  const parts = signedParts(proof, headers, rawBody);
  const given = readSignatures(headers, proof);
  let right = false;
  for (const secret of secrets) {
    const hmac = createHmac('sha256', signingKey(secret, proof.key));
    parts.forEach(part => hmac.update(part));
    const expected = hmac.digest();
    for (const signature of given) {
      if (timingSafeEqual(signature, expected)) {
        right = true;
      }
    }
  }
  return right ? undefined : 'signature-wrong';
}

/**
 * Holds the time that stands in the body of a delivery against ours, for schemes that sign no header.
 *
 * @returns why it is refused, or undefined
 */
export function verifyContent(
  { scheme, toleranceMs }: WebhookProof,
  delivery: { content: unknown; now: number },
): Refusal | undefined {
  const place =
    scheme.proof.kind === 'signature' ? scheme.proof.timestamp : undefined;
  return place?.field
    ? checkTimestamp(fieldAt(delivery.content, place.field), place, {
        toleranceMs,
        now: delivery.now,
      })
    : undefined;
}
