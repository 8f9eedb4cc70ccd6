import { debtFields } from './debtFields';
import { type DebtFieldValue, getField } from './DebtField';
import type { ExchangedDebtItem } from './exchangedItem';

/** An item in JSON. */
export type WrittenDebtItem = Record<string, unknown>;

/**
 * Writes an item in JSON, always with its fields in one order.
 *
 * @param options - `empty`: whether a field that holds nothing is written as null, or left out
 */
export function writeDebtItem(
  item: ExchangedDebtItem,
  { empty }: { empty: 'null' | 'absent' },
): WrittenDebtItem {
  const written: WrittenDebtItem = {};
  for (const { path, write } of debtFields) {
    const value = getField(item, path) ?? null;
    const isEmpty = value === null || isEmptyList(value);
    if (!isEmpty || empty === 'null') {
      const [parent, within] = path.split('.');
      const json = value === null ? null : write(value);
      written[parent] =
        within === undefined
          ? json
          : { ...(written[parent] as object | undefined), [within]: json };
    }
  }
  return written;
}

function isEmptyList(value: DebtFieldValue): boolean {
  return Array.isArray(value) && value.length === 0;
}
