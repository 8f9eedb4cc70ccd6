import type {
  DebtBulkChange,
  DebtCategory,
  DebtItemRow,
  DebtSeverity,
} from '@opmodel/backstage-plugin-opmodel-common';
import { asksForResolution } from '../../deeds';
import type { DeedName } from '../../words/useDebtWords';

/** What of several items can become different at once. */
export const bulkFields = [
  'ownerRef',
  'status',
  'category',
  'severity',
  'targetDate',
  'reviewDate',
] as const;

/** One thing that becomes different. */
export type BulkField = (typeof bulkFields)[number];

/** A change while it is being written. */
export interface BulkDraft {
  what: BulkField;
  ownerRef: string | undefined;
  deed: DeedName | undefined;
  category: DebtCategory | undefined;
  /** `none` takes it away. */
  severity: DebtSeverity | 'none' | undefined;
  /** ISO day; empty takes the date away. */
  day: string;
  resolution: string;
  note: string;
}

/** A change of which nothing is said yet. */
export const emptyBulkDraft: BulkDraft = {
  what: 'ownerRef',
  ownerRef: undefined,
  deed: undefined,
  category: undefined,
  severity: undefined,
  day: '',
  resolution: '',
  note: '',
};

/** Deeds that can be done to at least one of the items, in the order in which they are offered there. */
export function deedsOf(
  items: ReadonlyArray<Pick<DebtItemRow, 'may'>>,
): DeedName[] {
  return [...new Set(items.flatMap(({ may }) => may.deeds))];
}

/** What a draft asks for; undefined: something is missing. */
export function toBulkChange(
  draft: BulkDraft,
  items: ReadonlyArray<Pick<DebtItemRow, 'id' | 'version'>>,
): DebtBulkChange | undefined {
  const change = toFields(draft) ?? toStatus(draft);
  const note = draft.note.trim();
  return (
    change && {
      items: items.map(({ id, version }) => ({ id, version })),
      ...change,
      ...(note && { note }),
    }
  );
}

function toFields(
  draft: BulkDraft,
): Pick<DebtBulkChange, 'fields'> | undefined {
  const { what, ownerRef, category, severity, day } = draft;
  switch (what) {
    case 'ownerRef':
      return ownerRef ? { fields: { ownerRef } } : undefined;
    case 'category':
      return category ? { fields: { category } } : undefined;
    case 'severity':
      return severity
        ? { fields: { severity: severity === 'none' ? null : severity } }
        : undefined;
    case 'targetDate':
    case 'reviewDate':
      return { fields: { [what]: day || null } };
    default:
      return undefined;
  }
}

function toStatus({
  what,
  deed,
  resolution,
}: BulkDraft): Pick<DebtBulkChange, 'status'> | undefined {
  if (what !== 'status' || deed === undefined) {
    return undefined;
  }
  const said = resolution.trim();
  if (!asksForResolution(deed)) {
    return { status: { deed } };
  }
  return said ? { status: { deed, resolution: said } } : undefined;
}
