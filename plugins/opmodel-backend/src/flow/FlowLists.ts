import {
  type FlowDefinition,
  type FlowFleetPage,
  weeksBetween,
  type WorkItemPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import { decodeCursor, encodeCursor, type PositionShape } from '../lib/cursor';
import { readFlowMembers } from './flowMembers';
import {
  type FlowFleetRequest,
  toSelection,
  type WorkItemsRequest,
} from './flowRequests';
import type {
  FlowMemberOrder,
  FlowMemberPosition,
  FlowMemberRow,
  FlowStore,
  ItemMoment,
  ItemPosition,
} from './FlowStore';
import { momentOf } from './momentOf';
import { toWorkItem } from './workItemRows';

/** By what a row is found again in a list of that order. */
const positions: Record<
  FlowMemberOrder,
  (row: FlowMemberRow) => string | number | null
> = {
  name: row => row.sortName,
  cycleTime: row => row.cycleTimeBin,
  wip: row => row.wip,
  throughput: row => row.throughput,
  oldest: row => row.oldest,
};

/** Of what type that is. Bins and counts of one component are small, instants are not. */
const positionTypes: Record<
  FlowMemberOrder,
  PositionShape<FlowMemberPosition>['value']
> = {
  name: ['string'],
  cycleTime: ['int32', 'null'],
  wip: ['int32', 'null'],
  throughput: ['int32', 'null'],
  oldest: ['number', 'null'],
};

/** Lists components and their work items page by page. */
export class FlowLists {
  readonly #store: FlowStore;
  readonly #definition: FlowDefinition;
  readonly #calculation: string;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    store: FlowStore;
    definition: FlowDefinition;
    calculation: string;
    zone: string;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#definition = options.definition;
    this.#calculation = options.calculation;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /**
   * Of a scope that the caller may see.
   *
   * @throws InputError when the cursor is not one that this list gave
   */
  async listItems(
    request: WorkItemsRequest,
    visibility: Visibility,
  ): Promise<WorkItemPage> {
    const { scopeRef, ownership, state, category, period, limit } = request;
    const list = { scopeRef, ownership, state, category, period };
    const moment = this.#momentOf(request.window);
    const { items, total } = await this.#store.listItems(
      this.#calculation,
      toSelection(request, visibility),
      request.window,
      moment,
      {
        state,
        category,
        period,
        limit: limit + 1,
        after: decodeCursor<ItemPosition>(
          request.cursor,
          {
            at: ['number'],
            entityRef: ['string'],
            source: ['string'],
            subject: ['string'],
          },
          list,
        ),
      },
    );
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(item => toWorkItem(item, moment)),
      totalItems: total,
      nextCursor:
        last && items.length > limit
          ? encodeCursor(
              {
                at: last.at,
                entityRef: last.entityRef,
                source: last.source,
                subject: last.subject,
              },
              list,
            )
          : null,
    };
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async listFleet(
    request: FlowFleetRequest,
    visibility: Visibility,
  ): Promise<FlowFleetPage> {
    const { window, order, descending, filter, limit } = request;
    const list = { order, descending, filter };
    const { items, rows, total } = await readFlowMembers(
      this.#store,
      {
        calculation: this.#calculation,
        selection: { scopeRef: 'org', ownership: 'now', filter, visibility },
        window,
        moment: this.#momentOf(window),
      },
      {
        order,
        descending,
        limit: limit + 1,
        after: decodeCursor<FlowMemberPosition>(
          request.cursor,
          {
            value: positionTypes[order],
            entityRef: ['string'],
          },
          list,
        ),
      },
      this.#definition,
    );
    const last = rows.at(limit - 1);
    return {
      items: items.slice(0, limit),
      totalItems: total,
      nextCursor:
        last && rows.length > limit
          ? encodeCursor(
              { value: positions[order](last), entityRef: last.entityRef },
              list,
            )
          : null,
      window: { ...window, zone: this.#zone },
      weeks: weeksBetween(window.from, window.to),
    };
  }

  #momentOf(window: { to: string }): ItemMoment {
    return momentOf(window, this.#zone, this.#clock());
  }
}
