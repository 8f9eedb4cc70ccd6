import { debtFields } from './debtFields';
import { getField, setField } from './DebtField';
import { emptyOf } from './readDebtFields';
import type {
  DebtFieldProblem,
  DebtItemChanges,
  ExchangedDebtItem,
} from './exchangedItem';

/** Who owns an entity, by its full ref: a ref; null: nobody. */
export type OwnerOfEntity = (entityRef: string) => string | null;

/** What became of what was said. */
export type CompletedDebtItem =
  | { item: ExchangedDebtItem; problems: readonly [] }
  | { item: null; problems: readonly DebtFieldProblem[] };

/**
 * Makes an item of what is said of it: a title and an entity are enough. Its category is then `code`, it is open, and the first of its
 * entities that a group owns says who answers for it.
 *
 * @returns what is missing, all at once, where it is not enough
 */
export function completeDebtItem(
  given: DebtItemChanges,
  ownerOf: OwnerOfEntity = () => null,
): CompletedDebtItem {
  const item: DebtItemChanges = { category: 'code', status: 'open' };
  for (const field of debtFields) {
    const value = getField(given, field.path);
    if (value !== undefined) {
      setField(item, field.path, value);
    } else if (field.whenEmpty !== 'required') {
      setField(item, field.path, emptyOf(field));
    }
  }
  item.ownerRef ??= findOwner(item.entityRefs ?? [], ownerOf);
  const problems: DebtFieldProblem[] = [];
  if (item.title === undefined) {
    problems.push({ field: 'title', message: 'is missing' });
  }
  if (item.entityRefs === undefined) {
    problems.push({ field: 'entityRefs', message: 'is missing' });
  } else if (item.ownerRef === undefined) {
    problems.push({
      field: 'ownerRef',
      message: 'is missing, and no group owns what it is about',
    });
  }
  problems.push(...findEndProblems(item));
  return problems.length > 0
    ? { item: null, problems }
    : { item: item as ExchangedDebtItem, problems: [] };
}

/** An item has an end where it was paid or given up, and not before it began. */
function findEndProblems({
  status,
  createdAt,
  resolvedAt,
}: DebtItemChanges): DebtFieldProblem[] {
  if (typeof resolvedAt !== 'number') {
    return [];
  }
  if (status !== 'resolved' && status !== 'wont_fix') {
    return [
      {
        field: 'resolvedAt',
        message: `must be empty, as the item is '${status}'`,
      },
    ];
  }
  return typeof createdAt === 'number' && resolvedAt < createdAt
    ? [{ field: 'resolvedAt', message: "must not be before 'createdAt'" }]
    : [];
}

function findOwner(
  entityRefs: readonly string[],
  ownerOf: OwnerOfEntity,
): string | undefined {
  return entityRefs
    .map(ref => ownerOf(ref)?.toLowerCase())
    .find(owner => owner?.startsWith('group:'));
}
