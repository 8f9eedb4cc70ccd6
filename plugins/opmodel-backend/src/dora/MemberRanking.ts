import type { DoraSelection, DoraStore, WindowSpans } from './DoraStore';

/** How long an order is used. Milliseconds. */
const KEPT_MS = 60_000;

/** Orders that are remembered. */
const KEPT_ORDERS = 200;

/**
 * The slowest members of large scopes. To find them, the samples of every member have to be read, which takes longer than all
 * the rest of a report; so the order is found once a minute and window. It is only that: what a report shows of the members is
 * read each time. It must be asked only for callers who see the whole scope.
 */
export class MemberRanking {
  readonly #store: Pick<DoraStore, 'listMembers'>;
  readonly #calculation: string;
  readonly #clock: () => number;
  readonly #orders = new Map<
    string,
    { until: number; refs: Promise<string[]> }
  >();

  constructor(options: {
    store: Pick<DoraStore, 'listMembers'>;
    calculation: string;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#calculation = options.calculation;
    this.#clock = options.clock;
  }

  /** Refs of the members with the longest median lead time, longest first. */
  listSlowest(
    selection: DoraSelection,
    window: WindowSpans,
    limit: number,
  ): Promise<string[]> {
    const key = JSON.stringify([
      selection.scopeRef,
      window.from,
      window.to,
      limit,
    ]);
    const known = this.#orders.get(key);
    if (known && known.until > this.#clock()) {
      return known.refs;
    }
    const refs = this.#store
      .listMembers(this.#calculation, selection, window, {
        order: 'leadTime',
        descending: true,
        limit,
      })
      .then(({ items }) => items.map(row => row.entityRef));
    // A failure is not remembered.
    refs.catch(() => this.#orders.delete(key));
    this.#orders.delete(key);
    this.#orders.set(key, { until: this.#clock() + KEPT_MS, refs });
    for (const oldest of this.#orders.keys()) {
      if (this.#orders.size <= KEPT_ORDERS) {
        break;
      }
      this.#orders.delete(oldest);
    }
    return refs;
  }
}
