import {
  type DebtTopTen,
  type PayingOrder,
  payingTopTen,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type { TechDebtSettings } from '../techDebtSettings';
import type { DebtCaller } from './DebtCaller';
import type { DebtItemStore, DebtSelection } from './DebtItemStore';
import type { DebtMemory } from './DebtMemory';
import { readDebtNames } from './DebtNames';
import { openStatuses } from './DebtSelections';

/** Tells what paying the first items of an order would take and buy. */
export class DebtTopReader {
  readonly #options: {
    store: Pick<DebtItemStore, 'listTop' | 'countStatuses'>;
    memory: DebtMemory;
    names: Pick<NamedEntities, 'read'>;
    settings: TechDebtSettings;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'listTop' | 'countStatuses'>;
    memory: DebtMemory;
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
    const { store, memory, names, settings } = this.#options;
    const { found, accepted } = await memory.recall(
      selection,
      ['top', order, count],
      async () => {
        const [first, statuses] = await Promise.all([
          store.listTop(
            { ...selection, statuses: openStatuses },
            { order, limit: count },
          ),
          store.countStatuses({ ...selection, statuses: ['accepted'] }),
        ]);
        return {
          found: first,
          accepted: statuses.reduce((sum, { items }) => sum + items, 0),
        };
      },
    );
    const top = payingTopTen(found.items, {
      order,
      count,
      rate: settings.dayRate,
    });
    const shown = await readDebtNames(
      names,
      { refs: top.items.map(({ ownerRef }) => ownerRef), links: [] },
      reads,
    );
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
      notScored: found.notScored,
      accepted,
    };
  }
}
