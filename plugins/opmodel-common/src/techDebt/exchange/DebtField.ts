import type { DebtEstimate, DebtLink } from '../debtItem';
import type { DebtItemChanges, ExchangedDebtItem } from './exchangedItem';
import type { ValueReading } from './fieldValues';

/** Where a field stands in the JSON of an item. */
export type DebtFieldPath =
  | Exclude<keyof ExchangedDebtItem, 'estimate'>
  | `estimate.${keyof DebtEstimate}`;

/** What a field holds where it is not empty. */
export type DebtFieldValue =
  | string
  | number
  | readonly string[]
  | readonly DebtLink[];

/** One field of an item, as files and forms know it. */
export interface DebtField {
  path: DebtFieldPath;
  /** Name of its column in a CSV file. */
  column: string;
  /** Other names that columns have for it, as {@link spellHeader} writes them. A name that leaves the unit open is none. */
  synonyms: readonly string[];
  /** Whether the people who keep the item write it, rather than the register or the file. */
  isContent: boolean;
  /**
   * What it means where nothing stands in it: `cleared`: that it is empty; `required`: nothing, as no item is without it; `unsaid`:
   * nothing, as only who knows it can say it.
   */
  whenEmpty: 'cleared' | 'required' | 'unsaid';
  /** What a value of JSON is, which is not null. */
  read(value: unknown, reading: ValueReading): DebtFieldValue | undefined;
  /** The value of JSON that a cell is meant to hold, of which nothing has been checked; the text itself if it is none. */
  parseCell(text: string): unknown;
  /** The text of a cell; the same for values that mean the same. */
  printCell(value: DebtFieldValue): string;
  /** The value in JSON. */
  write(value: DebtFieldValue): unknown;
}

/** What the paths of its fields begin with. */
const ESTIMATE = 'estimate.';

/** What a field holds; null: it is empty; undefined: nothing is said of it. */
export function getField(
  item: DebtItemChanges,
  path: DebtFieldPath,
): DebtFieldValue | null | undefined {
  const within = estimateField(path);
  return within
    ? item.estimate?.[within]
    : (item as Readonly<Record<string, DebtFieldValue | null>>)[path];
}

/** Sets what a field holds. */
export function setField(
  item: DebtItemChanges,
  path: DebtFieldPath,
  value: DebtFieldValue | null,
): void {
  const within = estimateField(path);
  const part: object = within ? (item.estimate ??= {}) : item;
  (part as Record<string, DebtFieldValue | null>)[within ?? path] = value;
}

/** The name of a column without what people write in different ways: `Effort (days)` is `effort days`. */
export function spellHeader(header: string): string {
  return header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The field of the estimate that a path names; undefined for a path outside of it. */
function estimateField(path: DebtFieldPath): keyof DebtEstimate | undefined {
  return path.startsWith(ESTIMATE)
    ? (path.slice(ESTIMATE.length) as keyof DebtEstimate)
    : undefined;
}
