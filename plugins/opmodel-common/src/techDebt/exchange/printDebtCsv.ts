import { printCsvCell } from './csvCells';
import { debtFields } from './debtFields';
import { type DebtField, getField } from './DebtField';
import type { ExchangedDebtItem } from './exchangedItem';

/** Without it a spreadsheet takes UTF-8 for something else, and what is edited there comes back spoiled. */
const BYTE_ORDER_MARK = '\ufeff';

/** Items as a CSV file with all fields, which {@link readDebtCsv} reads as the same items. */
export function printDebtCsv(items: readonly ExchangedDebtItem[]): string {
  const lines = [
    debtFields.map(({ column }) => column),
    ...items.map(item => debtFields.map(field => printField(item, field))),
  ];
  const text = lines
    .map(line => `${line.map(printCsvCell).join(',')}\r\n`)
    .join('');
  return `${BYTE_ORDER_MARK}${text}`;
}

function printField(item: ExchangedDebtItem, field: DebtField): string {
  const value = getField(item, field.path) ?? null;
  return value === null ? '' : field.printCell(value);
}
