import type { DebtItemContent } from '../debtItem';
import { completeDebtItem, type OwnerOfEntity } from './completeDebtItem';
import { debtContentFields } from './debtFields';
import type { DebtFieldProblem, DebtItemChanges } from './exchangedItem';
import { readDebtFields } from './readDebtFields';

/** Changes to the content of an item: only what is to become different; null empties a field. */
export type DebtContentChanges = Omit<
  DebtItemChanges,
  'externalId' | 'status' | 'resolution' | 'createdAt' | 'resolvedAt'
>;

/** What was read of a new item. */
export type DebtItemReading =
  | { content: DebtItemContent; problems: readonly [] }
  | { content: null; problems: readonly DebtFieldProblem[] };

/** What was read of changes to one. */
export type DebtChangesReading =
  | { changes: DebtContentChanges; problems: readonly [] }
  | { changes: null; problems: readonly DebtFieldProblem[] };

/**
 * Reads a new item of JSON that nobody has checked, as the API and the editor are given it. It never throws, and tells everything that
 * is wrong at once. A field that nobody knows is wrong as well.
 *
 * Two fields are enough: `title` and `entityRefs`; see {@link completeDebtItem}.
 *
 * @param options - `now`: epoch milliseconds, which days are plausible by; `ownerOf`: who owns an entity, where it is known
 */
export function readDebtItem(
  value: unknown,
  { now, ownerOf }: { now: number; ownerOf?: OwnerOfEntity },
): DebtItemReading {
  const { given, problems } = readDebtFields(value, {
    now,
    fields: debtContentFields,
    requiredNull: 'unsaid',
  });
  const completed = completeDebtItem(given, ownerOf);
  const missing = completed.problems.filter(
    problem => !problems.some(found => isWithin(found.field, problem.field)),
  );
  if (completed.item === null || problems.length > 0) {
    return { content: null, problems: [...problems, ...missing] };
  }
  const { externalId, status, resolution, createdAt, resolvedAt, ...content } =
    completed.item;
  return { content, problems: [] };
}

/**
 * Reads changes to an item. What is not there stays as it is, also within the estimate; null empties a field, which is refused for what
 * no item is without.
 *
 * @param options - `now`: epoch milliseconds
 */
export function readDebtChanges(
  value: unknown,
  { now }: { now: number },
): DebtChangesReading {
  const { given, problems } = readDebtFields(value, {
    now,
    fields: debtContentFields,
    requiredNull: 'refused',
  });
  return problems.length > 0
    ? { changes: null, problems }
    : { changes: given, problems: [] };
}

/** Whether a place is a field or lies in it. What is wrong is not missing as well; nor is everything, where it is no object at all. */
function isWithin(place: string, field: string): boolean {
  return place === '' || place === field || place.startsWith(`${field}[`);
}
