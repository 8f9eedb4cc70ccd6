import type { DebtFieldChange } from './DebtItemStore';

/** Last ISO day until which an item was accepted before it was changed; null: its history does not tell. */
export function wasAcceptedUntil(
  changes: readonly DebtFieldChange[],
): string | null {
  const change = changes.find(({ field }) => field === 'acceptedUntil');
  return typeof change?.before === 'string' ? change.before : null;
}
