import { type Agent, request } from 'node:http';

/** What came back, as it was sent. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** Milliseconds. */
  took: number;
}

/**
 * Sends bytes as they are. A client for tests would put right what is wrong with them.
 *
 * @throws when nothing comes back within the time
 */
export function rawRequest(options: {
  port: number;
  agent: Agent;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  /** Milliseconds. */
  timeout: number;
}): Promise<RawAnswer> {
  const { body, timeout, ...rest } = options;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...rest,
        host: '127.0.0.1',
        headers: {
          ...options.headers,
          ...(body && { 'content-length': String(body.length) }),
        },
      },
      response => {
        const parts: Buffer[] = [];
        response.on('data', part => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
            took: performance.now() - started,
          }),
        );
      },
    );
    sent.setTimeout(timeout, () =>
      sent.destroy(new Error(`no answer within ${timeout} ms`)),
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
