import { InputError } from '@backstage/errors';
import {
  type DebtContentChanges,
  type DebtFieldProblem,
  type DebtItemContent,
  type FiledItem,
  readDebtChanges,
  readDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { refuseMissing } from './DebtReferences';
import { ownersOfEntities } from './ownersOfEntities';

/** What is told at once of what is wrong; who sends nonsense is not sent all of it back. */
const TOLD_PROBLEMS = 20;

/**
 * Reads an item that somebody files. Where nobody is said to answer for it, the first group that owns one of its entities does.
 *
 * @param now - epoch milliseconds
 * @throws InputError that names every field that is wrong
 */
export async function readNewDebtItem(
  body: unknown,
  {
    catalog,
    reads,
    now,
  }: {
    catalog: Pick<CatalogStore, 'getEntities' | 'existingRefs'>;
    reads: Visibility;
    now: number;
  },
): Promise<DebtItemContent> {
  // Whose owner matters is known only once the rest was read: so it is read without any, and again with those that were asked for.
  const asked = new Set<string>();
  const first = readDebtItem(body, {
    now,
    ownerOf: ref => {
      asked.add(ref);
      return null;
    },
  });
  if (asked.size === 0) {
    return contentOf(first);
  }
  const owners = await ownersOfEntities(catalog, [...asked], reads);
  refuseMissing([...asked], owners.has);
  return contentOf(readDebtItem(body, { now, ownerOf: owners.ownerOf }));
}

/**
 * Reads what of an item is to become different.
 *
 * @throws InputError that names every field that is wrong
 */
export function readDebtEdit(body: unknown, now: number): DebtContentChanges {
  const { changes, problems } = readDebtChanges(body, { now });
  refuseProblems(problems);
  return changes!;
}

/**
 * Reads what is compared of an item that is not filed yet.
 *
 * @throws InputError that names every field that is wrong
 */
export function readDuplicateQuestion(body: unknown, now: number): FiledItem {
  const { title = '', entityRefs = [], links = [] } = readDebtEdit(body, now);
  return { title, entityRefs, links };
}

function contentOf({
  content,
  problems,
}: ReturnType<typeof readDebtItem>): DebtItemContent {
  refuseProblems(problems);
  return content!;
}

function refuseProblems(problems: readonly DebtFieldProblem[]): void {
  if (problems.length > 0) {
    const told = problems
      .slice(0, TOLD_PROBLEMS)
      .map(({ field, message }) => `'${field || 'body'}' ${message}`);
    const left = problems.length - told.length;
    throw new InputError(
      [...told, ...(left > 0 ? [`and ${left} more`] : [])].join('; '),
    );
  }
}
