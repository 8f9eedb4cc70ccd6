import type { SourceBudget } from '../Collector';
import { BudgetExhaustedError } from '../sourceErrors';
import type { RateLimit } from './readRateLimit';

/** How long a window is taken to last whose end is not told. Milliseconds. */
const UNTOLD_WINDOW = 60_000;

/** What a budget is kept with. */
export interface RequestBudgetOptions {
  /** Share of the limit that may be used, above 0 and at most 1. */
  share: number;
  /** Requests a minute that the outside system allows where its answers do not tell. */
  requestsPerMinute?: number;
  /** A wait up to this long happens within the run; a longer one ends it. Milliseconds. */
  longestWaitMs: number;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Waits for so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}

/**
 * Leaves others their share of what an outside system allows: the limit belongs to the whole organisation or to a token that other
 * tools use too. It follows what the answers tell, and counts down between them.
 */
export class RequestBudget {
  readonly #options: RequestBudgetOptions;
  #told: RateLimit | undefined;
  #toldUntil = 0;
  #pausedUntil = 0;
  /** Begins of the requests of the last minute. */
  #recent: number[] = [];

  constructor(options: RequestBudgetOptions) {
    this.#options = options;
  }

  /** What is known of the limit. */
  get known(): SourceBudget | undefined {
    const told = this.#current();
    return told?.remaining === null || told?.remaining === undefined
      ? undefined
      : {
          limit: told.limit,
          remaining: Math.max(0, told.remaining),
          resetAt: told.resetAt,
        };
  }

  /**
   * Waits until a request may be made, and counts it.
   *
   * @throws BudgetExhaustedError when that takes longer than a run should wait
   */
  async take(): Promise<void> {
    const { clock, sleep } = this.#options;
    for (;;) {
      const freeAt = this.#freeAt();
      if (freeAt <= clock()) {
        break;
      }
      this.#requireShort(freeAt);
      await sleep(freeAt - clock());
    }
    this.#recent.push(clock());
    if (this.#told?.remaining) {
      this.#told = { ...this.#told, remaining: this.#told.remaining - 1 };
    }
  }

  /** Learns from an answer. */
  learn(rateLimit: RateLimit): void {
    const now = this.#options.clock();
    const { limit, remaining, resetAt, retryAfterMs } = rateLimit;
    if (limit !== null || remaining !== null) {
      this.#told = rateLimit;
      this.#toldUntil = resetAt ?? now + UNTOLD_WINDOW;
    }
    if (retryAfterMs !== null) {
      this.#pausedUntil = Math.max(this.#pausedUntil, now + retryAfterMs);
    }
  }

  /**
   * @throws BudgetExhaustedError when a run should not wait until then; epoch milliseconds
   */
  #requireShort(freeAt: number): void {
    const { clock, longestWaitMs } = this.#options;
    if (freeAt - clock() > longestWaitMs) {
      throw new BudgetExhaustedError(
        `Held back until ${new Date(
          freeAt,
        ).toISOString()}, to keep within what the outside system allows`,
        { retryAt: freeAt },
      );
    }
  }

  /** When the next request may be made, epoch milliseconds. */
  #freeAt(): number {
    const { share, requestsPerMinute, clock } = this.#options;
    const now = clock();
    let freeAt = this.#pausedUntil;
    const told = this.#current();
    if (
      told?.remaining !== null &&
      told?.remaining !== undefined &&
      told.remaining <= Math.floor((told.limit ?? 0) * (1 - share))
    ) {
      freeAt = Math.max(freeAt, this.#toldUntil);
    }
    if (requestsPerMinute !== undefined) {
      this.#recent = this.#recent.filter(at => at > now - 60_000);
      const allowed = Math.max(1, Math.floor(requestsPerMinute * share));
      if (this.#recent.length >= allowed) {
        freeAt = Math.max(
          freeAt,
          this.#recent[this.#recent.length - allowed] + 60_000,
        );
      }
    } else {
      this.#recent = [];
    }
    return freeAt;
  }

  /** What was told of a window that is over holds no longer. */
  #current(): RateLimit | undefined {
    if (this.#told && this.#options.clock() >= this.#toldUntil) {
      this.#told = undefined;
    }
    return this.#told;
  }
}
