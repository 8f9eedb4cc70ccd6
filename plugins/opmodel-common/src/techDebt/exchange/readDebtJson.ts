import { debtFields } from './debtFields';
import { debtFileLimits } from './debtLimits';
import type { BadImportRow, ImportRow, ReadImport } from './ImportRow';
import { readDebtFields } from './readDebtFields';

/** The version of what {@link printDebtJson} writes, which grows when an older reader would misread it. */
export const debtSchemaVersion = 1;

const fileFields: readonly string[] = ['schemaVersion', 'items'];

/**
 * Reads items of a JSON file: a list, or an object with the list in `items` and perhaps a `schemaVersion`. It never throws. An item that
 * is wrong hurts no other.
 *
 * @param options - `now`: epoch milliseconds
 */
export function readDebtJson(
  text: string,
  { now }: { now: number },
): ReadImport {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuseFile('must be JSON');
  }
  const { items, problem } = itemsOf(value);
  if (problem !== null) {
    return refuseFile(problem);
  }
  const rows: ImportRow[] = [];
  const bad: BadImportRow[] = [];
  items.forEach((item, at) => {
    const row = at + 1;
    const { given, problems } = readDebtFields(item, {
      now,
      fields: debtFields,
      requiredNull: 'unsaid',
    });
    if (problems.length > 0) {
      const told = problems.map(one => ({ row, column: null, ...one }));
      bad.push({ row, name: null, problems: told });
    } else {
      rows.push({ row, name: null, given });
    }
  });
  return { rows, bad, problems: [] };
}

function itemsOf(
  value: unknown,
):
  | { items: readonly unknown[]; problem: null }
  | { items: null; problem: string } {
  const refuse = (problem: string) => ({ items: null, problem });
  const isList = Array.isArray(value);
  if (!isList && (typeof value !== 'object' || value === null)) {
    return refuse('must be a list of items, or an object with items');
  }
  const file = (isList ? { items: value } : value) as Record<string, unknown>;
  const unknown = Object.keys(file).find(key => !fileFields.includes(key));
  const { schemaVersion = debtSchemaVersion, items } = file;
  if (unknown !== undefined || !Array.isArray(items)) {
    return refuse('must have a list in items, and no fields but schemaVersion');
  }
  if (schemaVersion !== debtSchemaVersion) {
    return refuse(`must have the schemaVersion ${debtSchemaVersion}`);
  }
  return items.length > debtFileLimits.items
    ? refuse(`must have at most ${debtFileLimits.items} items`)
    : { items, problem: null };
}

function refuseFile(message: string): ReadImport {
  const problems = [{ row: null, field: '', column: null, message }];
  return { rows: [], bad: [], problems };
}
