import type {
  DebtItemVersion,
  PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What the API says to whoever changes an item that somebody else changed first. */
export interface EditConflict {
  current: PricedDebtItem;
  /** The latest first. */
  changes: readonly DebtItemVersion[];
}

/** The conflict that an error tells of; undefined: it is about something else. */
export function conflictOf(error: Error | undefined): EditConflict | undefined {
  const { current, changes } = (error ?? {}) as Partial<EditConflict>;
  return current && Array.isArray(changes) ? { current, changes } : undefined;
}
