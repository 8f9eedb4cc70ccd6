import { stringifyError } from '@backstage/errors';
import type {
  SliAnswer,
  SliRequest,
  SliSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import { chunk } from 'lodash';

/** Requests of one call. */
const AT_ONCE = 100;

/**
 * Asks a source, in as few calls as it takes. What cannot be reached at all, or is not answered, becomes a problem of each request.
 *
 * @throws only when the signal was given
 */
export async function askSource(
  source: SliSource,
  requests: readonly SliRequest[],
  context: { signal: AbortSignal; budgetShare: number },
): Promise<ReadonlyMap<string, SliAnswer>> {
  const answers = new Map<string, SliAnswer>();
  for (const asked of chunk(requests, AT_ONCE)) {
    context.signal.throwIfAborted();
    let failure = `${source.title} did not answer`;
    try {
      const told = await source.measure(asked, {
        ...context,
        reportProgress() {},
      });
      told.forEach(answer => answers.set(answer.id, answer));
    } catch (error) {
      context.signal.throwIfAborted();
      failure = stringifyError(error);
    }
    for (const { id } of asked) {
      if (!answers.has(id)) {
        answers.set(id, { id, problem: failure, queries: [] });
      }
    }
  }
  return answers;
}
