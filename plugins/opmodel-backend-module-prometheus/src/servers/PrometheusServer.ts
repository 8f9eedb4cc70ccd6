import {
  type SliContext,
  SourceClient,
  type SourceFetchInit,
} from '@opmodel/backstage-plugin-opmodel-node';
import { Agent, fetch as fetchWith } from 'undici';
import type {
  PrometheusServerSettings,
  PrometheusSettings,
  PrometheusTls,
} from '../prometheusSettings';
import { QueryLimit } from './QueryLimit';

/** What is left to the server's own timeout to answer that it is over. Milliseconds. */
const ANSWER_TIME = 2_000;

/** One server: where it is, how it is asked, and how much at a time. */
export class PrometheusServer {
  readonly name: string;
  readonly publicUrl: URL;
  /** Seconds that the server may take for one query. */
  readonly timeoutSeconds: number;
  /** Shared by all runs, as the server is. */
  readonly limit: QueryLimit;
  readonly #settings: PrometheusServerSettings;
  readonly #fetch: ReturnType<typeof createFetch> | undefined;

  constructor(
    settings: PrometheusServerSettings,
    {
      maxConcurrentQueries,
      timeoutMs,
    }: Pick<PrometheusSettings, 'maxConcurrentQueries' | 'timeoutMs'>,
  ) {
    this.#settings = settings;
    this.name = settings.name;
    this.publicUrl = settings.publicUrl;
    this.timeoutSeconds = timeoutMs / 1000;
    this.limit = new QueryLimit(maxConcurrentQueries);
    this.#fetch = settings.tls ? createFetch(settings.tls) : undefined;
  }

  /** What asks it for one run. */
  connect(run: SliContext): SourceClient {
    return new SourceClient({
      baseUrl: this.#settings.url.href,
      headers: this.#settings.headers,
      run,
      fetch: this.#fetch,
      timeoutMs: this.timeoutSeconds * 1000 + ANSWER_TIME,
      maxAttempts: 3,
      maxBodyBytes: 2 ** 23,
      longestWaitMs: 5_000,
    });
  }
}

/** The platform's `fetch` takes no certificates. */
function createFetch({ ca, cert, key, insecureSkipVerify }: PrometheusTls) {
  const dispatcher = new Agent({
    connect: { ca, cert, key, rejectUnauthorized: !insecureSkipVerify },
  });
  return async (url: URL, init: SourceFetchInit): Promise<Response> => {
    const { method, body, headers, redirect, signal } = init;
    const response = await fetchWith(url, {
      method,
      body: body as string | undefined,
      headers: headers as Record<string, string>,
      redirect,
      signal,
      dispatcher,
    });
    return response as unknown as Response;
  };
}
