import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { MAX_DOCUMENT_LENGTH } from '../documents/documentBounds';
import type { TeamApiSource } from './teamApiSource';

/** How long an outside system may take to answer. Milliseconds. */
const TIMEOUT = 30_000;

/** What was read. */
export interface TeamApiText {
  text: string;
  /** Names this content, so that it need not be sent again. */
  etag?: string;
}

/**
 * Reads a Team API, and of an enormous file no more than it takes to know that it is too long.
 *
 * @param etag - of what was read last; only addresses know it
 * @throws NotModifiedError when the content is still the one that `etag` names
 * @throws InputError when it is too long
 */
export async function readTeamApiText(
  { type, target }: TeamApiSource,
  urlReader: UrlReaderService,
  etag: string | undefined,
): Promise<TeamApiText> {
  if (type === 'file') {
    return { text: await readFile(target) };
  }
  const response = await urlReader.readUrl(target, {
    etag,
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const text = response.stream
    ? await readStream(response.stream())
    : decode(await response.buffer());
  return { text, etag: response.etag };
}

async function readFile(path: string): Promise<string> {
  const file = await open(path);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) {
      throw new InputError('it is not a file');
    }
    return await readStream(file.createReadStream({ autoClose: false }));
  } finally {
    await file.close();
  }
}

async function readStream(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > MAX_DOCUMENT_LENGTH) {
      break;
    }
  }
  return decode(Buffer.concat(chunks));
}

function decode(bytes: Buffer): string {
  if (bytes.length > MAX_DOCUMENT_LENGTH) {
    throw new InputError(`it has more than ${MAX_DOCUMENT_LENGTH} bytes`);
  }
  return bytes.toString('utf8');
}
