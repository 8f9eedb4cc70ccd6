import type { DebtSuggestionPage } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesNone } from '../../catalog/Visibility';
import {
  decodeCursor,
  encodeCursor,
  type PositionShape,
} from '../../lib/cursor';
import type { DebtCaller } from '../items/DebtCaller';
import { type DebtSelections, limitingScope } from '../items/DebtSelections';
import type { SuggestionDescriber } from './SuggestionDescriber';
import type {
  SuggestionOrder,
  SuggestionPosition,
  SuggestionSelection,
  SuggestionStore,
} from './SuggestionStore';

/** Which suggestions somebody asks for. */
export interface AskedSuggestions
  extends Omit<SuggestionSelection, 'visibility' | 'ownerRefs'> {
  /** Who owns their entities. */
  owners?: readonly string[];
  /** Also the groups below the owners. */
  descendants?: boolean;
}

/** Which page of them is asked for. */
export interface SuggestionPage {
  order: SuggestionOrder;
  descending: boolean;
  limit: number;
  cursor?: string;
}

type ValueType = PositionShape<SuggestionPosition>['value'][number];

/** What suggestions are ordered by, so that a forged position is no value that a database cannot compare. */
const valueTypes: Record<SuggestionOrder, ValueType> = {
  severity: 'int32',
  since: 'number',
  firstSeen: 'number',
  title: 'string',
  entity: 'string',
};

/** Lists suggestions, a page at a time. */
export class SuggestionListReader {
  readonly #options: {
    store: Pick<SuggestionStore, 'list'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    selections: Pick<DebtSelections, 'ownersOf'>;
    describer: SuggestionDescriber;
  };

  constructor(options: {
    store: Pick<SuggestionStore, 'list'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    selections: Pick<DebtSelections, 'ownersOf'>;
    describer: SuggestionDescriber;
  }) {
    this.#options = options;
  }

  /** @throws InputError when the cursor is not one that this list gave */
  async list(
    asked: AskedSuggestions,
    { order, descending, limit, cursor }: SuggestionPage,
    caller: DebtCaller,
  ): Promise<DebtSuggestionPage> {
    const { store, describer } = this.#options;
    const list = { asked, order, descending };
    const after = decodeCursor<SuggestionPosition>(
      cursor,
      { value: [valueTypes[order], 'null'], id: ['string'] },
      list,
    );
    // One more, which tells whether there is another page.
    const found = await store.list(await this.#select(asked, caller), {
      order,
      descending,
      limit: limit + 1,
      after,
    });
    const page = found.items.slice(0, limit);
    return {
      items: await describer.describeAll(
        page.map(({ suggestion }) => suggestion),
        caller,
      ),
      totalItems: found.total,
      nextCursor:
        found.items.length > limit
          ? encodeCursor(page[page.length - 1].position, list)
          : null,
    };
  }

  async #select(
    { owners, descendants = true, ...asked }: AskedSuggestions,
    { reads }: DebtCaller,
  ): Promise<SuggestionSelection> {
    const { catalog, selections } = this.#options;
    const scopeRef = limitingScope(asked.scopeRef);
    // Whoever may not see a scope is told of it as of one that there is not.
    const isScopeSeen =
      scopeRef === undefined ||
      (await catalog.existingRefs([scopeRef], reads)).has(scopeRef);
    return {
      ...asked,
      scopeRef,
      visibility: isScopeSeen ? reads : seesNone,
      ownerRefs:
        owners && (await selections.ownersOf(owners, descendants, reads)),
    };
  }
}
