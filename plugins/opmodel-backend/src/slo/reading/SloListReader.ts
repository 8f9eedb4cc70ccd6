import {
  type SloPage,
  type SloProblemPage,
  type SloState,
  type UncoveredEntityPage,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import {
  decodeCursor,
  encodeCursor,
  type PositionShape,
} from '../../lib/cursor';
import { reviewDueBy } from './reviewState';
import type {
  ProblemPosition,
  SloOrder,
  SloPosition,
  SloReadStore,
  UncoveredPosition,
} from './SloReadStore';
import type { ReadSlo, SloStatusReader } from './SloStatusReader';

/** A page that is asked for. */
export interface PageOf {
  limit: number;
  cursor?: string;
}

/** Which SLOs of the fleet are asked for. */
export interface SlosRequest extends PageOf {
  /** Only those that count there; absent: everything. */
  scopeRef?: string;
  filter?: ComponentFilter;
  state?: SloState;
  burning?: boolean;
  review?: 'due' | 'overdue' | 'none';
  order: SloOrder;
  descending: boolean;
}

/** Which problems are asked for. */
export interface ProblemsRequest extends PageOf {
  filter?: ComponentFilter;
  severity?: 'error' | 'warning';
  rule?: string;
}

const uncoveredPosition = {
  tier: ['string' as const, 'null' as const],
  name: ['string' as const],
  ref: ['string' as const],
};

const problemPosition = {
  rank: ['int32' as const],
  ref: ['string' as const],
  seq: ['int32' as const],
};

/** Orders whose values are text. */
const textOrders: readonly SloOrder[] = ['name', 'tier'];

/** Lists SLOs, components without one, and what is wrong with documents. */
export class SloListReader {
  readonly #reads: SloReadStore;
  readonly #statuses: SloStatusReader;
  readonly #catalog: Pick<CatalogStore, 'getEntities'>;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    reads: SloReadStore;
    statuses: SloStatusReader;
    catalog: Pick<CatalogStore, 'getEntities'>;
    zone: string;
    clock: () => number;
  }) {
    this.#reads = options.reads;
    this.#statuses = options.statuses;
    this.#catalog = options.catalog;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(request: SlosRequest, visibility: Visibility): Promise<SloPage> {
    const { items, ...page } = await this.read(request, visibility);
    return { items: items.map(({ status }) => status), ...page };
  }

  /** The same with what the statuses were made of. */
  async read(
    { limit, cursor, ...request }: SlosRequest,
    visibility: Visibility,
  ): Promise<Omit<SloPage, 'items'> & { items: ReadSlo[] }> {
    const list = { slos: request };
    const { scopeRef, filter, review, ...rest } = request;
    const today = dayOf(this.#clock(), this.#zone);
    const { items, total } = await this.#reads.list(
      { scopeRef, filter, visibility },
      {
        ...rest,
        review: review && { is: review, today, dueBy: reviewDueBy(today) },
        limit: limit + 1,
        after: decodeCursor<SloPosition>(cursor, positionOf(rest.order), list),
      },
    );
    const shown = items.slice(0, limit);
    return {
      items: await this.#statuses.read(
        shown.map(({ ref }) => ref),
        visibility,
      ),
      totalItems: total,
      nextCursor: nextCursor(items, limit, list, ({ place, value, ref }) => ({
        place,
        value,
        ref,
      })),
    };
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async listUncovered(
    { filter, limit, cursor }: PageOf & { filter?: ComponentFilter },
    visibility: Visibility,
  ): Promise<UncoveredEntityPage> {
    const list = { uncovered: filter };
    const { items, total } = await this.#reads.listUncovered(
      { filter, visibility },
      {
        limit: limit + 1,
        after: decodeCursor<UncoveredPosition>(cursor, uncoveredPosition, list),
      },
    );
    const shown = items.slice(0, limit);
    const owners = await this.#readOwners(shown, visibility);
    return {
      items: shown.map(({ ref, title, tier, ownerRef, reason }) => ({
        entityRef: ref,
        title,
        tier,
        ...owners(ownerRef),
        reason,
      })),
      totalItems: total,
      nextCursor: nextCursor(items, limit, list, ({ tier, name, ref }) => ({
        tier,
        name,
        ref,
      })),
    };
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async listProblems(
    { filter, severity, rule, limit, cursor }: ProblemsRequest,
    visibility: Visibility,
  ): Promise<SloProblemPage> {
    const list = { problems: filter, severity, rule };
    const { items, total } = await this.#reads.listProblems(
      { filter, visibility },
      {
        severity,
        rule,
        limit: limit + 1,
        after: decodeCursor<ProblemPosition>(cursor, problemPosition, list),
      },
    );
    const shown = items.slice(0, limit);
    const owners = await this.#readOwners(shown, visibility);
    return {
      items: shown.map(({ ref, rank: _rank, seq: _seq, ...problem }) => ({
        ...problem,
        sloRef: ref,
        ownerRef: owners(problem.ownerRef).ownerRef,
      })),
      totalItems: total,
      nextCursor: nextCursor(items, limit, list, ({ rank, ref, seq }) => ({
        rank,
        ref,
        seq,
      })),
    };
  }

  /** Owners, as far as they may be seen. */
  async #readOwners(
    rows: readonly { ownerRef: string | null }[],
    visibility: Visibility,
  ) {
    const owners = await this.#catalog.getEntities(
      new Set(rows.flatMap(({ ownerRef }) => ownerRef ?? [])),
      visibility,
    );
    const byRef = new Map(owners.map(owner => [owner.ref, owner]));
    return (ref: string | null) => {
      const owner = ref === null ? undefined : byRef.get(ref);
      return {
        ownerRef: owner?.ref ?? null,
        ownerTitle: owner ? owner.title ?? owner.name : null,
      };
    };
  }
}

function positionOf(order: SloOrder): PositionShape<SloPosition> {
  return {
    place: ['int32'],
    value: [textOrders.includes(order) ? 'string' : 'double', 'null'],
    ref: ['string'],
  };
}

/** Where the next page begins, if there is one. */
function nextCursor<Row>(
  items: readonly Row[],
  limit: number,
  list: object,
  positionIn: (row: Row) => object,
): string | null {
  const last = items.at(limit - 1);
  return last && items.length > limit
    ? encodeCursor(positionIn(last), list)
    : null;
}
