import { toError } from '@backstage/errors';
import type {
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogEntity } from '../../catalog/CatalogStore';
import { unscoredKinds } from '../scoredKinds';
import { toFactEntity } from './factEntity';
import type { FactStore } from './FactStore';
import { readTold } from './readTold';

/** Entities that a provider is asked about at a time unless it says otherwise. */
const defaultBatchSize = 500;

/** What providers told. */
export interface ToldCount {
  /** Entities of which facts were told. */
  entities: number;
  /** Entities of which nothing could be told. */
  problems: number;
  /** Entities whose facts changed. */
  changed: number;
}

/** Whether a provider is asked about an entity. */
export function isAskedAbout(
  provider: FactProvider,
  { kind }: Pick<CatalogEntity, 'kind'>,
): boolean {
  return provider.kinds
    ? provider.kinds.includes(kind)
    : !unscoredKinds.includes(kind);
}

/**
 * Asks a provider about entities and keeps what it tells.
 *
 * @param options - `now`: when the run began, epoch milliseconds; `signal` ends it, also where the provider does not listen
 */
export async function askAbout(
  provider: FactProvider,
  entities: readonly CatalogEntity[],
  options: {
    store: Pick<FactStore, 'tell'>;
    now: number;
    signal: AbortSignal;
  },
): Promise<ToldCount> {
  const { store, now, signal } = options;
  const asked = entities.filter(entity => isAskedAbout(provider, entity));
  const size = Math.max(1, provider.batchSize ?? defaultBatchSize);
  const count = { entities: 0, problems: 0, changed: 0 };
  for (let at = 0; at < asked.length; at += size) {
    signal.throwIfAborted();
    const batch = asked.slice(at, at + size).map(toFactEntity);
    const of = batch.map(({ entityRef }) => entityRef);
    const told = await untilAborted(
      ask(provider, batch, { signal, now }),
      signal,
    );
    const statements = readTold(told, { of, schema: provider.schema });
    const changed = await store.tell(provider.id, statements, { of, now });
    count.changed += changed.length;
    for (const { problem } of statements) {
      count[problem === null ? 'entities' : 'problems'] += 1;
    }
  }
  return count;
}

/** What a provider tells. Whatever it throws comes as an error, which can be told. */
async function ask(
  provider: FactProvider,
  ...given: Parameters<FactProvider['provide']>
): Promise<readonly ToldFacts[]> {
  try {
    return await provider.provide(...given);
  } catch (error) {
    throw toError(error);
  }
}

/** An answer, or the reason why nobody waits for it any longer. */
async function untilAborted<T>(
  answer: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) {
      stop();
    }
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
