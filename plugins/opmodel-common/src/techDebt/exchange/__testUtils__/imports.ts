import { completeDebtItem } from '../completeDebtItem';
import type {
  DebtFieldProblem,
  DebtItemChanges,
  ExchangedDebtItem,
} from '../exchangedItem';
import type { ImportRow, ReadImport } from '../ImportRow';
import type { KnownDebtItem } from '../KnownDebtItem';
import type { ImportPlan } from '../planImport';

/** An item of which only that is known what is said. */
export function debtItemWith(given: DebtItemChanges = {}): ExchangedDebtItem {
  const { item } = completeDebtItem({
    title: 'Node 18 is past its end of life',
    entityRefs: ['component:default/checkout'],
    ownerRef: 'group:default/payments',
    ...given,
  });
  return item!;
}

/** Items as the register of another day knows them. */
export function knownItems(
  items: readonly ExchangedDebtItem[],
): KnownDebtItem[] {
  return items.map((item, at) => ({
    id: `known-${at}`,
    version: 1,
    name: null,
    item,
  }));
}

/** Rows that say these things. */
export function rowsOf(given: readonly DebtItemChanges[]): ImportRow[] {
  return given.map((one, at) => ({ row: at + 1, name: null, given: one }));
}

/** The items that a file holds of which nothing is wrong. */
export function itemsOf(read: ReadImport): ExchangedDebtItem[] {
  expect([...read.problems, ...read.bad]).toEqual([]);
  return read.rows.map(({ given }) => completeDebtItem(given).item!);
}

/** What a register holds when all that is planned is done. */
export function carryOut(
  plan: ImportPlan,
  known: readonly KnownDebtItem[],
): KnownDebtItem[] {
  const updates = new Map(plan.update.map(update => [update.id, update]));
  return [
    ...known.map(one => {
      const update = updates.get(one.id);
      return update
        ? {
            ...one,
            version: one.version + 1,
            name: update.name ?? one.name,
            item: changed(one.item, update.changes),
          }
        : one;
    }),
    ...plan.create.map(({ name, item }, at) => ({
      id: `new-${known.length + at}`,
      version: 1,
      name,
      item: { ...item, createdAt: item.createdAt ?? 0 },
    })),
  ];
}

function changed(
  item: ExchangedDebtItem,
  changes: DebtItemChanges,
): ExchangedDebtItem {
  return {
    ...item,
    ...changes,
    estimate: { ...item.estimate, ...changes.estimate },
  };
}

/** The places of problems with their messages, to be compared at once. */
export function printProblems(problems: readonly DebtFieldProblem[]): string[] {
  return problems.map(({ field, message }) => `${field} ${message}`);
}
