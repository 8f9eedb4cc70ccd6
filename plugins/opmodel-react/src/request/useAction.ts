import { useEffect, useRef, useState } from 'react';

/** Something that a person lets the engine do, and what came of it. */
export interface Action<Arguments extends unknown[], Result> {
  /** Begins it; while it runs, it is not begun again, so that a button may keep the focus meanwhile. */
  run: (...args: Arguments) => void;
  running: boolean;
  /** What the last run came to. */
  result?: Result;
  /** Why the last run failed. */
  error?: Error;
}

type Outcome<Result> =
  | { running: true }
  | { running: false; result?: Result; error?: Error };

/**
 * Runs what a person asked for, once at a time.
 *
 * @param perform - sends the request
 * @param onDone - called after it succeeded
 */
export function useAction<Arguments extends unknown[], Result>(
  perform: (...args: Arguments) => Promise<Result>,
  onDone: () => void,
): Action<Arguments, Result> {
  const [outcome, setOutcome] = useState<Outcome<Result>>({ running: false });
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  const run = (...args: Arguments) => {
    if (outcome.running) {
      return;
    }
    setOutcome({ running: true });
    perform(...args).then(
      result => {
        if (!left.current) {
          setOutcome({ running: false, result });
          onDone();
        }
      },
      (cause: unknown) => {
        if (!left.current) {
          setOutcome({ running: false, error: saidError(cause) });
        }
      },
    );
  };
  return { ...outcome, run };
}

/** What the engine said, where it answered at all: that a request failed with a status helps nobody. */
function saidError(thrown: unknown): Error {
  if (!(thrown instanceof Error)) {
    return new Error(String(thrown));
  }
  const { cause } = thrown as { cause?: unknown };
  return thrown.name === 'ResponseError' && cause instanceof Error
    ? cause
    : thrown;
}
