import {
  type DebtItem,
  type DebtItemChanges,
  type DebtOrigin,
  type DebtStanding,
  type ExchangedDebtItem,
  fingerprintOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import { findDebtChanges } from '../items/findDebtChanges';
import type { DebtWriting } from './DebtExchangeStore';

/** Who takes items in, and when. */
export interface ImportAuthor {
  /** Entity ref of the person, or name of the service. */
  by: string;
  /** Epoch milliseconds. */
  at: number;
}

/** An item that is new, as it was found and as it stands; null: it stands as it was found. */
export interface ImportedItem {
  created: DebtWriting;
  replaced: DebtWriting | null;
}

/**
 * What an item is made from that somebody takes in: the same for the same row, so that it is taken in once, whoever sends its file again
 * before it was taken in.
 */
export function keyOfImported(item: ExchangedDebtItem): string {
  const { externalId, entityRefs } = item;
  const said =
    externalId === null
      ? ['says', fingerprintOf(item, { withStatus: true })]
      : ['is', externalId, ...[...entityRefs].sort()];
  return JSON.stringify(said);
}

/** A new item, which was open when it was found, and has come to stand where it stands since. */
export function writeNewItem(
  exchanged: ExchangedDebtItem,
  standing: DebtStanding,
  { id, origin, by, at }: ImportAuthor & { id: string; origin: DebtOrigin },
): ImportedItem {
  const { status, resolution, resolvedAt, createdAt, ...content } = exchanged;
  const foundAt = createdAt ?? Math.min(standing.resolvedAt ?? at, at);
  const found: DebtItem = {
    ...content,
    id,
    version: 1,
    status: 'open',
    reportedBy: by,
    origin,
    createdAt: foundAt,
    updatedAt: at,
    statusSince: foundAt,
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
  };
  const version = { by, note: null };
  return {
    created: { item: found, version: { ...version, at: foundAt, changes: [] } },
    replaced:
      standing.status === 'open'
        ? null
        : writeNextVersion(
            found,
            { ...found, ...standing },
            {
              by,
              at: standing.statusSince,
            },
          ),
  };
}

/** What an item becomes that a file changes. */
export function changeContent(
  before: DebtItem,
  changes: DebtItemChanges,
  standing: DebtStanding,
): DebtItem {
  const { status, resolution, createdAt, resolvedAt, ...content } = changes;
  return {
    ...before,
    ...content,
    estimate: { ...before.estimate, ...content.estimate },
    ...standing,
  };
}

/** The next version of an item; null: nothing is different. */
export function writeNextVersion(
  before: DebtItem,
  after: DebtItem,
  { by, at, note = null }: ImportAuthor & { note?: string | null },
): DebtWriting | null {
  const changes = findDebtChanges(before, after);
  return changes.length === 0
    ? null
    : {
        item: { ...after, version: before.version + 1 },
        version: { by, at, note, changes },
      };
}
