import { InputError } from '@backstage/errors';

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(rawBody: Buffer): string {
  try {
    return decoder.decode(rawBody);
  } catch {
    throw new InputError('expected a body in UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`expected JSON: ${(error as Error).message}`);
  }
}

/**
 * Reads the bytes of a delivery. Besides JSON it takes a form whose field `payload` is JSON, as some senders write when they are
 * not told otherwise.
 *
 * @returns `text`: the JSON as it was sent; `content`: what it says
 * @throws InputError when it is no JSON object or list
 */
export function readDeliveryBody(
  rawBody: Buffer,
  contentType: string | undefined,
): { text: string; content: unknown } {
  const body = decode(rawBody);
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(
    contentType ?? '',
  );
  const text = isForm ? new URLSearchParams(body).get('payload') : body;
  if (text === null) {
    throw new InputError('expected the field payload in the form');
  }
  const content = parse(text);
  if (typeof content !== 'object' || content === null) {
    throw new InputError('expected a JSON object');
  }
  return { text, content };
}
