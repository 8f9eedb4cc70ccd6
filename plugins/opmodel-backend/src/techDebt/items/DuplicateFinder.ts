import {
  type DebtDuplicates,
  type DebtLink,
  type DuplicateReason,
  type FiledItem,
  findDuplicateItems,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type { DebtLinkChecks } from '../links/DebtLinkChecks';
import { readShownLinks, type ShownLinks } from '../links/ShownLinks';
import type { DebtCaller } from './DebtCaller';
import type { DebtItemStore } from './DebtItemStore';
import { readDebtNames } from './DebtNames';

/** Items that are compared at most, those that changed last. */
const COMPARED = 500;

/** Finds items that one is likely the same as, of those that somebody may see. */
export class DuplicateFinder {
  readonly #options: {
    store: Pick<DebtItemStore, 'list'>;
    names: Pick<NamedEntities, 'read'>;
    linkChecks: DebtLinkChecks;
    acceptances: Pick<Acceptances, 'listByIds'>;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'list'>;
    names: Pick<NamedEntities, 'read'>;
    linkChecks: DebtLinkChecks;
    acceptances: Pick<Acceptances, 'listByIds'>;
  }) {
    this.#options = options;
  }

  /**
   * @param filed - its entities are compared as they are; a link that leads to nothing that the caller may see is not compared, so that
   *   nobody learns from it what there is
   * @param id - of the item itself, where it is filed already
   */
  async find(
    filed: FiledItem,
    caller: Pick<DebtCaller, 'reads' | 'seeing'>,
    id?: string,
  ): Promise<DebtDuplicates> {
    const { items, total } = await this.#options.store.list(
      { visibility: caller.reads, entities: { entityRefs: filed.entityRefs } },
      { order: 'updatedAt', descending: true, limit: COMPARED },
    );
    const others = items.map(({ item }) => item).filter(item => item.id !== id);
    const links = await this.#seenOf(filed, caller);
    const { duplicates, unread } = findDuplicateItems(
      { ...filed, links },
      others,
    );
    const shown = await this.#shownOf(
      duplicates.flatMap(({ item }) => item.links),
      caller,
    );
    return {
      duplicates: duplicates.map(({ item, certainty, score, reasons }) => ({
        id: item.id,
        title: item.title,
        status: item.status,
        certainty,
        score,
        reasons: reasons.flatMap(reason => showReason(reason, shown) ?? []),
      })),
      unread: unread + total - items.length,
    };
  }

  async #seenOf(
    { links }: FiledItem,
    caller: Pick<DebtCaller, 'reads' | 'seeing'>,
  ): Promise<DebtLink[]> {
    const [checked, shown] = await Promise.all([
      this.#options.linkChecks.read(links, caller),
      this.#shownOf(links, caller),
    ]);
    return links.filter(link => checked.leads(link) && shown.show(link));
  }

  async #shownOf(
    links: readonly DebtLink[],
    caller: Pick<DebtCaller, 'reads' | 'seeing'>,
  ): Promise<ShownLinks> {
    const { names, acceptances } = this.#options;
    const { reads } = caller;
    const known = await readDebtNames(names, { refs: [], links }, reads);
    return readShownLinks(links, known, { acceptances, caller });
  }
}

function showReason(
  reason: DuplicateReason,
  shown: ShownLinks,
): DuplicateReason | undefined {
  if (reason.type === 'similar_title') {
    return reason;
  }
  const link = shown.show(reason.link);
  return link && { ...reason, link };
}
