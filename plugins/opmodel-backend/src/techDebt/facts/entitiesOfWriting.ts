import type { DebtWriting } from '../exchange/DebtExchangeStore';

/** The entities whose debt a version of an item changes: what the item hangs on, and what it hung on until then. */
export function entitiesOfWriting({ item, version }: DebtWriting): string[] {
  const moved = version.changes.find(({ field }) => field === 'entityRefs');
  const before = (moved?.before ?? []) as readonly string[];
  return [...new Set([...item.entityRefs, ...before])];
}
