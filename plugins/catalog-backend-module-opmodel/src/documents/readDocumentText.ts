import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { DocumentSource } from './documentSource';

/** How long an outside system may take to answer. Milliseconds. */
const TIMEOUT = 30_000;

/** What was read. */
export interface TextRead {
  text: string;
  /** Names this content, so that it need not be sent again. */
  etag?: string;
}

/**
 * Reads the text of a document, and of an enormous file no more than it takes to know that it is too long.
 *
 * @param options - `etag` of what was read last, which only addresses know, and the greatest length in bytes
 * @throws NotModifiedError when the content is still the one that `etag` names
 * @throws InputError when it is too long
 */
export async function readDocumentText(
  { type, target }: DocumentSource,
  urlReader: UrlReaderService,
  { etag, maxLength }: { etag?: string; maxLength: number },
): Promise<TextRead> {
  if (type === 'file') {
    return { text: await readFile(target, maxLength) };
  }
  const response = await urlReader.readUrl(target, {
    etag,
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const text = response.stream
    ? await readStream(response.stream(), maxLength)
    : decode(await response.buffer(), maxLength);
  return { text, etag: response.etag };
}

async function readFile(path: string, maxLength: number): Promise<string> {
  const file = await open(path);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) {
      throw new InputError('it is not a file');
    }
    return await readStream(
      file.createReadStream({ autoClose: false }),
      maxLength,
    );
  } finally {
    await file.close();
  }
}

async function readStream(
  stream: Readable,
  maxLength: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > maxLength) {
      break;
    }
  }
  return decode(Buffer.concat(chunks), maxLength);
}

function decode(bytes: Buffer, maxLength: number): string {
  if (bytes.length > maxLength) {
    throw new InputError(`it has more than ${maxLength} bytes`);
  }
  return bytes.toString('utf8');
}
