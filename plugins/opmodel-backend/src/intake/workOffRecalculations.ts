import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RecalculationStore } from './RecalculationStore';

/** Entities that one replica takes at once. */
const ENTITIES_PER_CLAIM = 5;
/** How long a crashed replica keeps others from its entities. */
const LEASE_MILLISECONDS = 20_000;

/**
 * Computes every entity that waits for a subject.
 *
 * @param options - `name`: of what is computed, for people; `onComputed` is told of what was computed, before the work is called done;
 *   `clock` in epoch milliseconds
 * @returns the number of entities computed
 * @throws after all have been tried, when some could not be computed; they wait for the next run
 */
export async function workOffRecalculations(
  options: {
    subject: string;
    name: string;
    recalculations: Pick<RecalculationStore, 'claim' | 'complete'>;
    calculate: (entityRef: string) => Promise<void>;
    onComputed?: (entityRefs: readonly string[]) => void;
    logger: LoggerService;
    clock: () => number;
  },
  signal?: AbortSignal,
): Promise<number> {
  const { subject, name, recalculations, calculate, clock } = options;
  const failures: Error[] = [];
  let computed = 0;
  while (!signal?.aborted) {
    const claims = await recalculations.claim({
      subject,
      limit: ENTITIES_PER_CLAIM,
      leaseMs: LEASE_MILLISECONDS,
      now: clock(),
    });
    if (claims.length === 0) {
      break;
    }
    const done: typeof claims = [];
    for (const claim of claims) {
      try {
        await calculate(claim.entityRef);
        done.push(claim);
      } catch (error) {
        failures.push(
          new Error(`${name} of ${claim.entityRef} failed`, { cause: error }),
        );
      }
    }
    if (done.length > 0) {
      options.onComputed?.(done.map(({ entityRef }) => entityRef));
    }
    await recalculations.complete(done);
    computed += done.length;
  }
  if (computed > 0) {
    options.logger.debug(`Computed ${name} of ${computed} entities`);
  }
  if (failures.length > 0) {
    throw new AggregateError(
      failures,
      `${name} of ${failures.length} entities could not be computed: ${failures[0].message}`,
    );
  }
  return computed;
}
