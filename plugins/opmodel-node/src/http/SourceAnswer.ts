import type { z } from 'zod';
import { checkContract, describeContractErrors } from '../contractErrors';
import { SourceRequestError } from '../sourceErrors';

/** What an outside system has answered, read to its end. */
export class SourceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What was asked: method and address without its query, which may hold what is not for logs. */
  readonly asked: string;

  constructor(options: {
    status: number;
    headers: Headers;
    text: string;
    asked: string;
  }) {
    this.status = options.status;
    this.headers = options.headers;
    this.text = options.text;
    this.asked = options.asked;
  }

  /**
   * The body, held against a contract.
   *
   * @throws SourceRequestError for what is not JSON, or not what the contract expects, naming the path
   */
  json<T>(schema: z.ZodType<T>): T {
    let body: unknown;
    try {
      // Some outside systems begin their bodies with a byte order mark.
      body = JSON.parse(this.text.replace(/^\uFEFF/, ''));
    } catch (error) {
      throw new SourceRequestError(`${this.asked} did not answer with JSON`, {
        status: this.status,
        cause: error,
      });
    }
    const checked = checkContract(schema, body);
    if (!checked.success) {
      throw new SourceRequestError(
        `${
          this.asked
        } answered something else than expected: ${describeContractErrors(
          checked.errors,
        )}`,
        { status: this.status },
      );
    }
    return checked.value;
  }
}

/**
 * Reads a body to its end.
 *
 * @throws SourceRequestError for one that is larger than `maxBytes`
 */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<string> {
  if (!response.body) {
    return '';
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // What is not read to its end is given up, so that the connection is not kept.
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > maxBytes) {
      throw new SourceRequestError(
        `The answer is larger than ${maxBytes} bytes`,
        {
          status: response.status,
        },
      );
    }
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
