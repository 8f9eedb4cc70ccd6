import type { DebtItemPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  decodeCursor,
  encodeCursor,
  type PositionShape,
} from '../../lib/cursor';
import type { DebtCaller } from './DebtCaller';
import type { DebtDescriber } from './DebtDescriber';
import type { DebtMemory } from './DebtMemory';
import type {
  DebtItemStore,
  DebtListPage,
  DebtOrder,
  DebtPosition,
  DebtSelection,
} from './DebtItemStore';

/** Which page of items is asked for. */
export interface DebtPage {
  order: DebtOrder;
  descending: boolean;
  limit: number;
  cursor?: string;
}

type ValueType = PositionShape<DebtPosition>['value'][number];

/** What items are ordered by, so that a forged position is no value that a database cannot compare. */
const valueTypes: Record<DebtOrder, ValueType> = {
  title: 'string',
  createdAt: 'number',
  updatedAt: 'number',
  statusSince: 'number',
  targetDate: 'string',
  reviewDate: 'string',
  owner: 'string',
  status: 'int32',
  category: 'string',
  severity: 'int32',
  risk: 'double',
  interest: 'double',
  principal: 'double',
  wsjf: 'double',
  priority: 'double',
  payback: 'double',
};

/** Lists items, a page at a time. */
export class DebtListReader {
  readonly #options: {
    store: Pick<DebtItemStore, 'list'>;
    describer: DebtDescriber;
    memory: DebtMemory;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'list'>;
    describer: DebtDescriber;
    memory: DebtMemory;
  }) {
    this.#options = options;
  }

  /**
   * @param asked - what the list is of, in which a cursor means something
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    selection: DebtSelection,
    { order, descending, limit, cursor }: DebtPage,
    asked: object,
    caller: DebtCaller,
  ): Promise<DebtItemPage> {
    const { describer } = this.#options;
    const list = { asked, order, descending };
    const after = decodeCursor<DebtPosition>(
      cursor,
      { value: [valueTypes[order], 'null'], id: ['string'] },
      list,
    );
    // One more, which tells whether there is another page.
    const found = await this.#read(selection, {
      order,
      descending,
      limit: limit + 1,
      after,
    });
    const page = found.items.slice(0, limit);
    return {
      items: await describer.describeAll(
        page.map(({ item }) => item),
        caller,
      ),
      totalItems: found.total,
      nextCursor:
        found.items.length > limit
          ? encodeCursor(page[page.length - 1].position, list)
          : null,
      mayCreate: caller.mayDoSome('create'),
    };
  }

  /** How many items there are is counted once for all pages and orders of a list. */
  async #read(
    selection: DebtSelection,
    page: DebtListPage,
  ): ReturnType<DebtItemStore['list']> {
    const { store, memory } = this.#options;
    let found: Awaited<ReturnType<DebtItemStore['list']>> | undefined;
    const total = await memory.recall(selection, ['total'], async () => {
      found = await store.list(selection, page);
      return found.total;
    });
    return found ?? store.list(selection, { ...page, total });
  }
}
