import { debtFields } from './debtFields';
import {
  type DebtField,
  type DebtFieldPath,
  type DebtFieldValue,
  getField,
  setField,
} from './DebtField';
import type { DebtItemChanges, ExchangedDebtItem } from './exchangedItem';

/** How a field becomes another, as the text of a cell. */
export interface DebtFieldDifference {
  /** `name`: what the document calls the item. */
  field: DebtFieldPath | 'name';
  /** Null: it is empty. */
  before: string | null;
  after: string | null;
}

/** What of an item is to become different. */
export interface DebtItemDifference {
  fields: DebtFieldDifference[];
  /** The same as changes: only the fields that differ. */
  changes: DebtItemChanges;
}

/** What the register knows itself, and no file changes. */
const fixed: readonly DebtFieldPath[] = ['createdAt', 'resolvedAt'];

/**
 * Tells in which fields something that is said of an item differs from it. The order of links and entities means nothing, and what is
 * not spoken of does not differ.
 */
export function diffDebtItem(
  before: ExchangedDebtItem,
  given: DebtItemChanges,
): DebtItemDifference {
  const fields: DebtFieldDifference[] = [];
  const changes: DebtItemChanges = {};
  for (const field of debtFields) {
    if (!fixed.includes(field.path) && !isSaidOf(field, before, given)) {
      const after = getField(given, field.path) ?? null;
      fields.push({
        field: field.path,
        before: printValue(field, getField(before, field.path) ?? null),
        after: printValue(field, after),
      });
      setField(changes, field.path, after);
    }
  }
  return { fields, changes };
}

/** Whether a field of an item already is what is said of it; so it is where nothing is said. */
export function isSaidOf(
  field: DebtField,
  item: ExchangedDebtItem,
  given: DebtItemChanges,
): boolean {
  const said = getField(given, field.path);
  return (
    said === undefined ||
    compareAs(field, said) ===
      compareAs(field, getField(item, field.path) ?? null)
  );
}

/**
 * What an item says in its fields, as one text that is the same for items that say the same.
 *
 * @param options - `withStatus`: where it stands, and why, counts as well
 */
export function fingerprintOf(
  item: ExchangedDebtItem,
  { withStatus }: { withStatus: boolean },
): string {
  const paths: DebtFieldPath[] = ['status', 'resolution'];
  return JSON.stringify(
    debtFields.flatMap(field =>
      field.isContent || (withStatus && paths.includes(field.path))
        ? [compareAs(field, getField(item, field.path) ?? null)]
        : [],
    ),
  );
}

function compareAs(field: DebtField, value: DebtFieldValue | null): string {
  const text = printValue(field, value) ?? '';
  return field.path === 'links' ? text.split('\n').sort().join('\n') : text;
}

function printValue(
  field: DebtField,
  value: DebtFieldValue | null,
): string | null {
  const text = value === null ? '' : field.printCell(value);
  return text === '' ? null : text;
}
