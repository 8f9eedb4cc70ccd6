import type { DebtItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import { useMemo, useState } from 'react';

/** Items that somebody selected, on whatever page of the register. */
export interface ItemSelection<Item extends { id: string } = DebtItemRow> {
  items: readonly Item[];
  has(itemId: string): boolean;
  /** Selects items, or no longer. */
  set(items: readonly Item[], chosen: boolean): void;
  clear(): void;
}

/**
 * Remembers which items are selected while somebody pages through them.
 *
 * @param list - names the list: another filter has another selection, so that nothing is changed that is not in sight
 */
export function useItemSelection<Item extends { id: string } = DebtItemRow>(
  list: string,
): ItemSelection<Item> {
  const [state, setState] = useState<{
    list: string;
    chosen: ReadonlyMap<string, Item>;
  }>({ list, chosen: new Map() });
  const isSameList = state.list === list;
  return useMemo(() => {
    const chosen: ReadonlyMap<string, Item> = isSameList
      ? state.chosen
      : new Map();
    return {
      items: [...chosen.values()],
      has: id => chosen.has(id),
      set: (items, isChosen) => {
        const next = new Map(chosen);
        items.forEach(item =>
          isChosen ? next.set(item.id, item) : next.delete(item.id),
        );
        setState({ list, chosen: next });
      },
      clear: () => setState({ list, chosen: new Map() }),
    };
  }, [isSameList, state.chosen, list]);
}
