import type { LeadTimeMedian, MemberPosition } from './doraMembers';

/** The components of the whole organisation in the order of their median lead time. */
export class LeadTimeRanking {
  readonly #medians: ReadonlyMap<string, LeadTimeMedian>;
  readonly #orders = new Map<boolean, string[]>();

  constructor(medians: ReadonlyMap<string, LeadTimeMedian>) {
    this.#medians = medians;
  }

  /** All components that have a median, in no order. */
  get refs(): Iterable<string> {
    return this.#medians.keys();
  }

  /** Undefined for a component without samples. */
  medianOf(entityRef: string): LeadTimeMedian | undefined {
    return this.#medians.get(entityRef);
  }

  /** The components in order, from a position on; the same bin is ordered by ref. */
  listFrom(
    after: MemberPosition | undefined,
    descending: boolean,
  ): readonly string[] {
    const order = this.#order(descending);
    if (!after) {
      return order;
    }
    if (after.value === null) {
      return [];
    }
    const position = { bin: Number(after.value), ref: after.entityRef };
    const start = order.findIndex(
      ref =>
        compare(
          { bin: this.#medians.get(ref)!.bin, ref },
          position,
          descending,
        ) > 0,
    );
    return start < 0 ? [] : order.slice(start);
  }

  #order(descending: boolean): string[] {
    let order = this.#orders.get(descending);
    if (!order) {
      order = [...this.#medians]
        .map(([ref, { bin }]) => ({ ref, bin }))
        .sort((a, b) => compare(a, b, descending))
        .map(({ ref }) => ref);
      this.#orders.set(descending, order);
    }
    return order;
  }
}

function compare(
  a: { bin: number; ref: string },
  b: { bin: number; ref: string },
  descending: boolean,
): number {
  if (a.bin !== b.bin) {
    return descending ? b.bin - a.bin : a.bin - b.bin;
  }
  return Number(a.ref > b.ref) - Number(a.ref < b.ref);
}
