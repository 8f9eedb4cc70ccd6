import {
  type DebtPlaces,
  standingDebtStatuses,
  tellAmount,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type {
  DebtItemStore,
  DebtPlaceKind,
  DebtSelection,
} from './DebtItemStore';
import type { DebtMemory } from './DebtMemory';
import { withinStatuses } from './DebtSelections';
import { sumStatuses } from './sumStatuses';

/** Areas of a chart, and rows of its table. */
const MAX_PLACES = 50;

/** Tells where what is owed lies. */
export class DebtPlaceReader {
  readonly #options: {
    store: Pick<DebtItemStore, 'countPlaces' | 'countStatuses'>;
    memory: DebtMemory;
    names: Pick<NamedEntities, 'read'>;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'countPlaces' | 'countStatuses'>;
    memory: DebtMemory;
    names: Pick<NamedEntities, 'read'>;
  }) {
    this.#options = options;
  }

  /** @param today - ISO day on which it is asked, and for which it is answered */
  async read(
    selection: DebtSelection,
    by: DebtPlaceKind,
    today: string,
  ): Promise<DebtPlaces> {
    const owed = withinStatuses(selection, standingDebtStatuses);
    return this.#options.memory.recall(owed, ['places', by, today], () =>
      this.#read(owed, by, today),
    );
  }

  async #read(
    owed: DebtSelection,
    by: DebtPlaceKind,
    today: string,
  ): Promise<DebtPlaces> {
    const { store, names } = this.#options;
    const [{ places, total }, statuses] = await Promise.all([
      store.countPlaces(owed, { by, limit: MAX_PLACES }),
      store.countStatuses(owed),
    ]);
    const named = await names.read(
      places.flatMap(({ ref }) => ref ?? []),
      owed.visibility,
    );
    return {
      by,
      day: today,
      owed: tellAmount(sumStatuses(statuses)),
      places: places.map(place => ({
        ...place,
        title: named.get(place.ref ?? '')?.title ?? null,
      })),
      omittedPlaces: total - places.length,
    };
  }
}
