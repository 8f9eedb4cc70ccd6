import {
  type CollectionProgress,
  readCollection,
} from '../collect/CollectionReader';
import type { DisputeCounts } from './disputes/DisputeCounts';
import type { DaySpan } from './DoraStore';
import type { ScopeIdentity } from './identifyScope';
import type { ContextSurroundings } from './metricContexts';

/** Reads what stands beside the numbers of a scope and changes without them: disputes, and how far facts are collected. */
export class SurroundingsReader {
  readonly #disputes: DisputeCounts;
  readonly #collection?: CollectionProgress;
  readonly #zone: string;

  constructor(options: {
    disputes: DisputeCounts;
    collection?: CollectionProgress;
    zone: string;
  }) {
    this.#disputes = options.disputes;
    this.#collection = options.collection;
    this.#zone = options.zone;
  }

  /** Of a scope that the caller may see. */
  async read(
    { ref, rollUp }: ScopeIdentity,
    window: DaySpan,
  ): Promise<ContextSurroundings> {
    const [collection, disputes] = await Promise.all([
      readCollection(this.#collection, window, this.#zone),
      this.#disputes.countOpen([ref]),
    ]);
    return {
      rollUp,
      window,
      collection,
      openDisputes: disputes.get(ref) ?? new Map(),
    };
  }

  /**
   * Open disputes of components, of all metrics together.
   *
   * @param entityRefs - that the caller may see
   */
  async countDisputes(
    entityRefs: readonly string[],
  ): Promise<(entityRef: string) => number> {
    if (entityRefs.length === 0) {
      return () => 0;
    }
    const disputes = await this.#disputes.countOpen(entityRefs);
    return ref =>
      [...(disputes.get(ref)?.values() ?? [])].reduce(
        (sum, count) => sum + count,
        0,
      );
  }
}
