import { stringifyError } from '@backstage/errors';
import type { Collector } from '@opmodel/backstage-plugin-opmodel-node';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanText } from '../catalog/cleanText';
import {
  type CollectorProblemStore,
  PROBLEMS_REMEMBERED,
} from './CollectorProblemStore';
import { BROKEN_OFF, type CollectorStore } from './CollectorStore';
import type { HeldLease } from './HeldLease';
import { RunContext, type RunContextOptions } from './RunContext';
import { RunProgress } from './RunProgress';

/** How long a collector that was told to stop may take for it where nothing else is said. Milliseconds. */
const GRACE = 10_000;
/** The longest that an error holds a collector back. Milliseconds. */
const LONGEST_HOLD = 24 * 60 * 60 * 1000;
/** Characters of an error that are kept. */
const ERROR_LENGTH = 10_000;

/** How a run ended. `retryAt`: before it the outside system asks not to be asked again, epoch milliseconds. */
export type RunEnd =
  | { state: 'succeeded' }
  /** The backend stops. That says nothing of the outside system. */
  | { state: 'stopped'; error: unknown }
  | { state: 'held_back'; error: unknown; retryAt: number }
  | { state: 'failed'; error: unknown; retryAt?: number };

/** What a run works with. */
export interface RunCollectorOptions
  extends Omit<RunContextOptions, 'progress' | 'token' | 'signal'> {
  collector: Collector;
  lease: HeldLease;
  /** Stops the run because the backend stops. */
  stopSignal: AbortSignal;
  store: CollectorStore;
  problems: CollectorProblemStore;
  /** How long a collector that was told to stop may take for it. Milliseconds. */
  graceMs?: number;
}

/**
 * Runs a collector once and records how it went.
 *
 * @throws when the lease is lost, without recording anything, because another replica goes on; and when the end of the run cannot
 *   be recorded
 */
export async function runCollector(
  options: RunCollectorOptions,
): Promise<RunEnd> {
  const { collector, lease, stopSignal, store, problems, clock } = options;
  const id = randomUUID();
  const startedAt = clock();
  await store.startRun({ id, collector: collector.id, now: startedAt });
  const open = await problems.listOpen([collector.id], {
    limit: PROBLEMS_REMEMBERED,
  });
  const progress = new RunProgress(
    (open.get(collector.id)?.problems ?? []).map(({ subject }) => subject),
  );
  const end = await collect({ ...options, progress }).then(
    (): RunEnd => ({ state: 'succeeded' }),
    error => describeEnd(error, stopSignal, clock()),
  );
  if (lease.isLost) {
    throw lease.signal.reason;
  }
  await problems.note(
    collector.id,
    {
      ...progress.takeNews(),
      ...(end.state === 'succeeded' ? { completeSince: startedAt } : {}),
    },
    { now: clock() },
  );
  await store.finishRun(id, {
    ...progress.result,
    state: end.state === 'stopped' ? 'failed' : end.state,
    ...describeError(end),
    now: clock(),
  });
  return end;
}

async function collect(
  options: RunCollectorOptions & { progress: RunProgress },
): Promise<void> {
  const { collector, lease } = options;
  const { signal } = lease;
  const context = await RunContext.create({
    ...options,
    signal,
    token: lease.token,
  });
  signal.throwIfAborted();
  await withinGrace(
    collector.collect(context),
    signal,
    options.graceMs ?? GRACE,
  );
  // A collector that was told to stop may return quietly, but it has not seen everything.
  signal.throwIfAborted();
  await context.settle();
  signal.throwIfAborted();
}

/** Does not wait for ever for a collector that does not listen to its signal; nothing more is taken from it. */
async function withinGrace(
  work: Promise<void>,
  signal: AbortSignal,
  graceMs: number,
): Promise<void> {
  const done = new AbortController();
  const told = new Promise<void>(resolve => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', () => resolve(), { signal: done.signal });
  });
  const grace = told.then(() =>
    sleep(graceMs, undefined, { signal: done.signal, ref: false }),
  );
  // It ends with an error once the work is done.
  grace.catch(() => {});
  try {
    await Promise.race([work, grace]);
  } finally {
    done.abort();
  }
}

function describeEnd(
  error: unknown,
  stopSignal: AbortSignal,
  now: number,
): RunEnd {
  if (stopSignal.aborted) {
    return { state: 'stopped', error };
  }
  // By name, because a module may bring its own copy of the class.
  const { name, retryAt } = (error ?? {}) as {
    name?: unknown;
    retryAt?: unknown;
  };
  const told =
    typeof retryAt === 'number' && Number.isFinite(retryAt)
      ? Math.round(Math.min(retryAt, now + LONGEST_HOLD))
      : undefined;
  if (name === 'BudgetExhaustedError' && told !== undefined) {
    return { state: 'held_back', error, retryAt: told };
  }
  return { state: 'failed', error, retryAt: told };
}

function describeError(end: RunEnd): { error?: string } {
  switch (end.state) {
    case 'succeeded':
      return {};
    case 'stopped':
      return { error: BROKEN_OFF };
    case 'held_back':
      return {
        error: cleanError(
          end.error instanceof Error
            ? end.error.message
            : stringifyError(end.error),
        ),
      };
    default:
      return { error: cleanError(stringifyError(end.error)) };
  }
}

function cleanError(text: string): string {
  return cleanText(text.slice(0, ERROR_LENGTH));
}
