import type { ExchangedDebtItem } from './exchangedItem';
import { debtSchemaVersion } from './readDebtJson';
import { writeDebtItem } from './writeDebtItem';

/** Items as a JSON file with all fields, which {@link readDebtJson} reads as the same items. */
export function printDebtJson(items: readonly ExchangedDebtItem[]): string {
  const file = {
    schemaVersion: debtSchemaVersion,
    items: items.map(item => writeDebtItem(item, { empty: 'null' })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
