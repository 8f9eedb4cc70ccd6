import type {
  DebtBulkChange,
  DebtBulkResult,
  DebtItemRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import type { ItemSelection } from './useItemSelection';

/** Items that can be changed at once. */
export const MAX_BULK_ITEMS = 500;

/** A change of several items, and what came of the last one. */
export interface BulkChange {
  /** Whether it is being written. */
  asked: boolean;
  ask(): void;
  leave(): void;
  submit(change: DebtBulkChange): void;
  running: boolean;
  /** Why none was changed. */
  error?: Error;
  /** What came of it, item by item. */
  result?: DebtBulkResult;
  /** The items that were to be changed, as they were. */
  changed: readonly DebtItemRow[];
  /** Says no more of what came of it. */
  dismiss(): void;
}

/**
 * Changes the selected items. None is selected afterwards: those that did not change are told by name, and are another version by now.
 *
 * @param onChanged - called once it is done
 */
export function useBulkChange(
  selection: ItemSelection,
  onChanged: () => void,
): BulkChange {
  const api = useOpmodelApi();
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState<{
    result?: DebtBulkResult;
    changed: readonly DebtItemRow[];
  }>({ changed: [] });
  const action = useAction(async (change: DebtBulkChange) => {
    const changed = selection.items;
    const result = await api.changeDebtItems(change);
    setDone({ result, changed });
    setAsked(false);
    selection.clear();
  }, onChanged);
  return {
    asked,
    ask: () => setAsked(true),
    leave: () => setAsked(false),
    submit: action.run,
    running: action.running,
    error: action.error,
    ...done,
    dismiss: () => setDone({ changed: [] }),
  };
}
