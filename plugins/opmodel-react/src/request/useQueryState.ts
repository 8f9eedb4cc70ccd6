import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * What a view knows about one request.
 *
 * - `loading`: nothing yet.
 * - `ready`: data of the present key.
 * - `refreshing`: data of an earlier answer, a newer one is on its way.
 * - `stale`: data of an earlier answer, the newer one failed with `error`.
 * - `failed`: no data, the request failed with `error`.
 */
export type QueryState<T> = (
  | { phase: 'loading'; data?: undefined; error?: undefined }
  | { phase: 'ready'; data: T; error?: undefined }
  | { phase: 'refreshing'; data: T; error?: undefined }
  | { phase: 'stale'; data: T; error: Error }
  | { phase: 'failed'; data?: undefined; error: Error }
) & {
  /** When the shown data arrived. Epoch milliseconds. */
  loadedAt?: number;
  /** Asks again. */
  retry: () => void;
};

/** Options of {@link useQueryState}. */
export interface QueryOptions<T> {
  /** Identity of the request; a new key asks again and ends the earlier call. */
  key: string;
  /**
   * What the answer is about. While it stays the same, the last good answer stays
   * visible when the key changes; when it changes, nothing of it is shown.
   */
  subject: string;
  /** Sends the request. It must hand on the signal. */
  request: (signal: AbortSignal) => Promise<T>;
  /** False holds the request back. Default true. */
  enabled?: boolean;
  /**
   * Milliseconds after which a good answer is asked for again, and again when that
   * fails; undefined for never. While nobody sees the page, it waits.
   */
  refreshAfter?: (data: T) => number | undefined;
}

interface Answer<T> {
  subject: string;
  key: string;
  data?: T;
  loadedAt?: number;
  error?: Error;
  settled: boolean;
}

/**
 * Runs one request for a view: at once, so that requests of a page run side by
 * side, ended when the view goes away, and with the last good answer kept in
 * sight while a newer one is fetched.
 */
export function useQueryState<T>(options: QueryOptions<T>): QueryState<T> {
  const { key, subject, enabled = true } = options;
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer<T>>({
    subject,
    key,
    settled: false,
  });
  /** The last good answer. */
  const shown = useRef<{ subject: string; data: T }>();
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    const controller = new AbortController();
    let endWait = () => {};
    const refreshLater = (data: T) => {
      const delay = latest.current.refreshAfter?.(data);
      if (delay !== undefined) {
        endWait = whenDueAndSeen(delay, () => setAttempt(count => count + 1));
      }
    };
    setAnswer(known =>
      known.subject === subject
        ? {
            ...known,
            key,
            settled: false,
            // A repeated request has failed until it succeeds: a notice that came
            // and went with each attempt would make the page jump.
            error: known.key === key ? known.error : undefined,
          }
        : { subject, key, settled: false },
    );
    latest.current.request(controller.signal).then(
      data => {
        if (controller.signal.aborted) {
          return;
        }
        setAnswer({
          subject,
          key,
          data,
          loadedAt: Date.now(),
          settled: true,
        });
        shown.current = { subject, data };
        refreshLater(data);
      },
      (cause: unknown) => {
        if (controller.signal.aborted) {
          return;
        }
        const error = cause instanceof Error ? cause : new Error(String(cause));
        setAnswer(known => ({ ...known, error, settled: true }));
        if (shown.current?.subject === subject) {
          refreshLater(shown.current.data);
        }
      },
    );
    return () => {
      controller.abort();
      endWait();
    };
  }, [key, subject, enabled, attempt]);

  const retry = useCallback(() => {
    setAnswer(known => ({ ...known, error: undefined }));
    setAttempt(count => count + 1);
  }, []);
  return { ...describe(answer, key, subject), retry };
}

function describe<T>(answer: Answer<T>, key: string, subject: string) {
  if (answer.subject !== subject) {
    return { phase: 'loading' as const };
  }
  const { data, loadedAt } = answer;
  const settled = answer.settled && answer.key === key;
  const error = answer.key === key ? answer.error : undefined;
  if (data === undefined) {
    return settled && error
      ? { phase: 'failed' as const, error }
      : { phase: 'loading' as const };
  }
  if (error) {
    return { phase: 'stale' as const, data, error, loadedAt };
  }
  return settled
    ? { phase: 'ready' as const, data, loadedAt }
    : { phase: 'refreshing' as const, data, loadedAt };
}

/**
 * Calls once the time is over, or when the page is seen again after that.
 *
 * @returns ends the wait
 */
function whenDueAndSeen(delay: number, call: () => void): () => void {
  const callWhenSeen = () => {
    if (!document.hidden) {
      document.removeEventListener('visibilitychange', callWhenSeen);
      call();
    }
  };
  const timer = setTimeout(() => {
    document.addEventListener('visibilitychange', callWhenSeen);
    callWhenSeen();
  }, delay);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', callWhenSeen);
  };
}
