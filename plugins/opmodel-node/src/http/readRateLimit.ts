import { readAnswerClock } from './httpInstants';
import { rateLimitFamilies, type ToldLimit } from './rateLimitFamilies';

/** What an answer tells of the outside system's limits. */
export interface RateLimit {
  /** Requests, or other units, that one window allows. */
  limit: number | null;
  /** How much of it is left. */
  remaining: number | null;
  /** When the next window begins, epoch milliseconds by our clock. */
  resetAt: number | null;
  /**
   * How long not to ask again, milliseconds; null where the answer was not refused and nothing asks for it. A refusal for the limit that
   * does not say how long counts until the reset, or a minute where that is not told either.
   */
  retryAfterMs: number | null;
  /** What is limited, where the outside system names it. */
  scope: string | null;
}

/** How long to wait where a refusal does not say. Milliseconds. */
const UNTOLD_WAIT = 60_000;

/**
 * Reads what an answer tells of limits, in whichever form the outside system speaks; see `rateLimitFamilies`. Where several things are
 * limited, it is the tightest.
 *
 * @param now - when the answer came, epoch milliseconds
 */
export function readRateLimit(
  headers: Headers,
  status: number,
  now: number,
): RateLimit {
  const clock = readAnswerClock(headers, now);
  const told = rateLimitFamilies.flatMap(family => family.read(headers, clock));
  const tightest = told
    .filter(({ limit, remaining }) => (limit ?? remaining) !== undefined)
    .sort((a, b) => tightness(a) - tightness(b))[0];
  const waits = told.flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
  const isRefused =
    status === 429 ||
    // GitHub refuses for its limits with 403 as well, and so do others that have learnt from it.
    (status === 403 && (waits.length > 0 || tightest?.remaining === 0));
  if (isRefused && waits.length === 0) {
    waits.push(
      tightest?.remaining === 0 && tightest.resetAt !== undefined
        ? tightest.resetAt - now
        : UNTOLD_WAIT,
    );
  }
  return {
    limit: toWhole(tightest?.limit),
    remaining: toWhole(tightest?.remaining),
    resetAt: tightest?.resetAt ?? null,
    retryAfterMs: waits.length > 0 ? Math.max(...waits) : null,
    scope: tightest?.scope ?? told.find(({ scope }) => scope)?.scope ?? null,
  };
}

/** Whether an answer refuses a request because of a limit. */
export function isRateLimited(status: number, rateLimit: RateLimit): boolean {
  return (
    status === 429 ||
    (status === 403 &&
      (rateLimit.retryAfterMs !== null || rateLimit.remaining === 0))
  );
}

/** Numbers beyond it say the same: that there is no end of it. */
const LARGEST = 2 ** 31 - 1;

function toWhole(count: number | undefined): number | null {
  return count === undefined ? null : Math.min(LARGEST, Math.floor(count));
}

/** The share that is left; what is not told goes last. */
function tightness({ limit, remaining }: ToldLimit): number {
  if (remaining === undefined) {
    return Infinity;
  }
  return limit ? remaining / limit : Math.min(1, remaining / 1_000);
}
