import { setTimeout as delay } from 'node:timers/promises';
import type { CollectorContext } from '../Collector';
import { BudgetExhaustedError, SourceRequestError } from '../sourceErrors';
import { isRateLimited, readRateLimit } from './readRateLimit';
import { RequestBudget } from './RequestBudget';
import { readBody, SourceAnswer } from './SourceAnswer';
import { readBaseUrl, resolveAddress } from './sourceAddress';

/** Redirections that are followed for one request. */
const MOST_REDIRECTIONS = 5;
/** Longest pause before the second attempt, and before any. Milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** What a client works with. */
export interface SourceClientOptions {
  /** Address of the outside system, from configuration and nowhere else: `https://api.example.com/v2`. No other host is asked. */
  baseUrl: string;
  /** The run that the requests are made for. */
  run: Pick<CollectorContext, 'signal' | 'budgetShare' | 'reportProgress'>;
  /** Headers of every request, or what gives them anew each time, such as a token that expires. */
  headers?: Record<string, string> | (() => Promise<Record<string, string>>);
  /** How long one attempt may take, its body included. Milliseconds. Default: 30 seconds. */
  timeoutMs?: number;
  /** How often a request is tried. Default: 4. */
  maxAttempts?: number;
  /** Size of the largest body. Bytes. Default: 32 MiB. */
  maxBodyBytes?: number;
  /** A wait up to this long happens within the run; a longer one ends it. Milliseconds. Default: 1 minute. */
  longestWaitMs?: number;
  /** Requests a minute that the outside system allows, where its documentation tells and its answers do not. */
  requestsPerMinute?: number;
  /** What makes requests, where certificates of one's own are needed. Default: the platform's. */
  fetch?: (url: URL, init: SourceFetchInit) => Promise<Response>;
  /** Epoch milliseconds. Default: the system's clock. */
  clock?: () => number;
  /** From 0 up to but not 1. Default: chance. */
  random?: () => number;
  /** Waits. Default: by a timer. */
  sleep?(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** What {@link SourceClientOptions.fetch} is given: redirections are left to the client. */
export type SourceFetchInit = Pick<
  RequestInit,
  'method' | 'body' | 'headers' | 'redirect' | 'signal'
>;

/** One request, beside its address. */
export interface SourceRequest {
  /** Default: GET. Requests are repeated after errors, so let them only read. */
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Statuses of errors whose bodies say what is wrong: they are given back as answers rather than thrown. Default: none. */
  telling?: readonly number[];
}

/**
 * Asks one outside system for a run of a collector: repeats what fails for a while, keeps to the collector's share of what the
 * outside system allows, and tells the run how many requests it took and what is left.
 */
export class SourceClient {
  readonly #options: SourceClientOptions;
  readonly #baseUrl: URL;
  readonly #budget: RequestBudget;
  readonly #clock: () => number;
  readonly #longestWaitMs: number;
  #requests = 0;

  /**
   * @throws TypeError for a `baseUrl` that is no address on the web
   */
  constructor(options: SourceClientOptions) {
    const { clock = Date.now, longestWaitMs = 60_000, run } = options;
    this.#options = options;
    this.#baseUrl = readBaseUrl(options.baseUrl);
    this.#clock = clock;
    this.#longestWaitMs = longestWaitMs;
    this.#budget = new RequestBudget({
      share: run.budgetShare,
      requestsPerMinute: options.requestsPerMinute,
      longestWaitMs,
      clock,
      sleep: milliseconds => this.#sleep(milliseconds),
    });
  }

  /**
   * Makes a request.
   *
   * @param address - path below the base address, or a whole address on the same host that the outside system has named
   * @throws BudgetExhaustedError when the run must wait for the next window; SourceRequestError for an answer that is an error and
   *   for none; what the signal says when the run was told to stop
   */
  async request(
    address: string,
    request: SourceRequest = {},
  ): Promise<SourceAnswer> {
    const { maxAttempts = 4, random = Math.random } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#attempt(address, request);
      if (outcome instanceof SourceAnswer) {
        return outcome;
      }
      const { error, retryAfterMs } = outcome;
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
      const wait = Math.max(retryAfterMs, random() * pause);
      if (attempt >= maxAttempts || wait > this.#longestWaitMs) {
        throw error;
      }
      await this.#sleep(wait);
    }
  }

  /** @returns the answer, or an error after which it is worth trying again */
  async #attempt(
    address: string,
    request: SourceRequest,
  ): Promise<SourceAnswer | { error: Error; retryAfterMs: number }> {
    const { run, timeoutMs = 30_000, maxBodyBytes = 2 ** 25 } = this.#options;
    const method = request.method ?? 'GET';
    const given = new URL(resolveAddress(this.#baseUrl, address));
    const asked = `${method} ${given.origin}${given.pathname}`;
    const signal = AbortSignal.any([
      run.signal,
      AbortSignal.timeout(timeoutMs),
    ]);
    let response: Response;
    let text: string;
    try {
      response = await this.#follow(given, { ...request, method }, signal);
      text = await readBody(response, maxBodyBytes);
    } catch (error) {
      run.signal.throwIfAborted();
      if (
        error instanceof SourceRequestError ||
        error instanceof BudgetExhaustedError
      ) {
        throw error;
      }
      return {
        retryAfterMs: 0,
        error: new SourceRequestError(
          signal.aborted
            ? `${asked} was not answered within ${timeoutMs / 1000} s`
            : `${asked} failed: ${describeCause(error)}`,
          { cause: error },
        ),
      };
    }
    const { status, headers } = response;
    const refused = request.telling?.includes(status)
      ? undefined
      : this.#describeRefusal(asked, status, headers);
    return refused ?? new SourceAnswer({ status, headers, text, asked });
  }

  /** @throws SourceRequestError for an error that another attempt does not change */
  #describeRefusal(
    asked: string,
    status: number,
    headers: Headers,
  ): { error: Error; retryAfterMs: number } | undefined {
    if (status >= 200 && status < 300) {
      return undefined;
    }
    const now = this.#clock();
    const rateLimit = readRateLimit(headers, status, now);
    const retryAfterMs = rateLimit.retryAfterMs ?? 0;
    const retryAt =
      rateLimit.retryAfterMs === null ? undefined : now + retryAfterMs;
    if (isRateLimited(status, rateLimit)) {
      const scope = rateLimit.scope ? ` for ${rateLimit.scope}` : '';
      return {
        retryAfterMs,
        error: new BudgetExhaustedError(
          `Held back until ${new Date(
            now + retryAfterMs,
          ).toISOString()}: ${asked} answered ${status}, because the limit${scope} is reached`,
          { retryAt: now + retryAfterMs },
        ),
      };
    }
    const error = new SourceRequestError(`${asked} answered ${status}`, {
      status,
      retryAt,
    });
    if (status < 500 && status !== 408) {
      throw error;
    }
    return { retryAfterMs, error };
  }

  async #follow(
    given: URL,
    request: SourceRequest & { method: string },
    signal: AbortSignal,
  ): Promise<Response> {
    let url = given;
    for (let redirections = 0; ; redirections++) {
      const response = await this.#fetch(url, request, signal);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || !location) {
        return response;
      }
      await response.body?.cancel();
      if (redirections === MOST_REDIRECTIONS || request.method !== 'GET') {
        throw new SourceRequestError(
          `${request.method} ${given.origin}${given.pathname} was redirected ${
            request.method === 'GET' ? 'too often' : 'and cannot be repeated'
          }`,
          { status: response.status },
        );
      }
      url = resolveAddress(this.#baseUrl, new URL(location, url).href);
    }
  }

  async #fetch(
    url: URL,
    request: SourceRequest & { method: string },
    signal: AbortSignal,
  ): Promise<Response> {
    const { headers, run } = this.#options;
    const own = typeof headers === 'function' ? await headers() : headers;
    await this.#budget.take();
    signal.throwIfAborted();
    this.#requests += 1;
    try {
      const send = this.#options.fetch ?? fetch;
      const response = await send(url, {
        method: request.method,
        body: request.body,
        headers: { ...own, ...request.headers },
        redirect: 'manual',
        signal,
      });
      this.#budget.learn(
        readRateLimit(response.headers, response.status, this.#clock()),
      );
      return response;
    } finally {
      run.reportProgress({
        requests: this.#requests,
        budget: this.#budget.known,
      });
    }
  }

  async #sleep(milliseconds: number): Promise<void> {
    const { sleep, run } = this.#options;
    const { signal } = run;
    if (sleep) {
      await sleep(milliseconds, signal);
    } else {
      await delay(milliseconds, undefined, { signal });
    }
    signal.throwIfAborted();
  }
}

function describeCause(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.message : String(error);
}
