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
  /** Milliseconds after which a good answer is asked for again; undefined for never. */
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
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    setAnswer(known =>
      known.subject === subject
        ? { ...known, key, settled: false }
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
        const delay = latest.current.refreshAfter?.(data);
        if (delay !== undefined) {
          timer = setTimeout(() => setAttempt(count => count + 1), delay);
        }
      },
      (cause: unknown) => {
        if (controller.signal.aborted) {
          return;
        }
        const error = cause instanceof Error ? cause : new Error(String(cause));
        setAnswer(known => ({ ...known, error, settled: true }));
      },
    );
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [key, subject, enabled, attempt]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { ...describe(answer, key, subject), retry };
}

function describe<T>(answer: Answer<T>, key: string, subject: string) {
  if (answer.subject !== subject) {
    return { phase: 'loading' as const };
  }
  const { data, error, loadedAt } = answer;
  const settled = answer.settled && answer.key === key;
  if (data === undefined) {
    return settled && error
      ? { phase: 'failed' as const, error }
      : { phase: 'loading' as const };
  }
  if (!settled) {
    return { phase: 'refreshing' as const, data, loadedAt };
  }
  return error
    ? { phase: 'stale' as const, data, error, loadedAt }
    : { phase: 'ready' as const, data, loadedAt };
}
