import {
  type DebtTopTen,
  type PayingOrder,
  payingTopTen,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type { TechDebtSettings } from '../techDebtSettings';
import type { DebtCaller } from './DebtCaller';
import type { DebtItemStore, DebtSelection } from './DebtItemStore';
import { readDebtNames } from './DebtNames';
import { openStatuses } from './DebtSelections';

/** Items that are read of an order. Those at its beginning are among them, and whatever comes to the same as the last of them. */
const READ_ITEMS = 1_000;

/** Tells what paying the first items of an order would take and buy. */
export class DebtTopReader {
  readonly #options: {
    store: Pick<DebtItemStore, 'list' | 'countStatuses'>;
    names: Pick<NamedEntities, 'read'>;
    settings: TechDebtSettings;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'list' | 'countStatuses'>;
    names: Pick<NamedEntities, 'read'>;
    settings: TechDebtSettings;
  }) {
    this.#options = options;
  }

  async read(
    selection: DebtSelection,
    { order, count }: { order: PayingOrder; count: number },
    { reads }: DebtCaller,
  ): Promise<DebtTopTen> {
    const { store, names, settings } = this.#options;
    const [found, statuses] = await Promise.all([
      store.list(
        { ...selection, statuses: openStatuses },
        { order, descending: order !== 'payback', limit: READ_ITEMS },
      ),
      store.countStatuses({ ...selection, statuses: ['accepted'] }),
    ]);
    const top = payingTopTen(
      found.items.map(({ item }) => item),
      { order, count, rate: settings.dayRate },
    );
    const shown = await readDebtNames(
      names,
      { refs: top.items.map(({ ownerRef }) => ownerRef), links: [] },
      reads,
    );
    const unread = found.total - found.items.length;
    // What has no place in the order comes last: where one of these was read, all the others are such.
    const isCounted =
      unread === 0 || found.items.at(-1)?.position.value === null;
    return {
      order,
      items: top.items.map(item => ({
        ...item,
        ownerRef: shown.get(item.ownerRef)?.ref ?? null,
        entityRefs: [...item.entityRefs],
      })) as DebtTopTen['items'],
      principalDays: top.principalDays,
      withoutPrincipal: top.withoutPrincipal,
      cost: top.cost,
      risksRemoved: [...top.risksRemoved],
      notScored: isCounted ? top.notScored + unread : null,
      accepted: statuses.reduce((sum, { items }) => sum + items, 0),
    };
  }
}
