import type {
  DebtFieldProblem,
  DebtItem,
  DebtItemChanges,
  PlannedCreation,
  PlannedUpdate,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { DebtAction, DebtCaller } from '../items/DebtCaller';
import type { DebtNames } from '../items/DebtNames';
import { documentOfItem, isKeptByDocument } from '../items/KeepingDocument';
import { keepHiddenLinks } from '../links/keepHiddenLinks';
import type { ShownLinks } from '../links/ShownLinks';
import type { LikenessOfRow, PlannedRow } from './PlannedImport';
import type { RowReferences } from './RowReferences';
import { standingOfChangedRow, standingOfNewRow } from './standingOfRow';
import {
  changeContent,
  type ImportAuthor,
  keyOfImported,
  writeNewItem,
  writeNextVersion,
} from './writeImported';

/** Who a row is planned for. */
interface RowGround {
  caller: DebtCaller;
  author: ImportAuthor;
  references: RowReferences;
}

/** What a row does that means no item that there is. */
export function planNewRow(
  { row, item: exchanged }: PlannedCreation,
  duplicate: LikenessOfRow | null,
  { caller, author, references }: RowGround,
): PlannedRow {
  const { standing, problem } = standingOfNewRow(exchanged, author.at);
  // An owner that was found of the entity exists; one that was given may not.
  const missing = references.findProblem(exchanged, null);
  if (missing ?? problem) {
    return refuse(row, (missing ?? problem)!);
  }
  const item = writeNewItem(exchanged, standing!, {
    ...author,
    id: randomUUID(),
    origin: { type: 'import' },
  });
  return caller.mayDo('create', item.created.item)
    ? {
        row,
        outcome: 'create',
        key: keyOfImported(exchanged),
        item,
        duplicate,
      }
    : refuse(row, needs('create'));
}

/** What a row does that means an item that there is. */
export function planChangedRow(
  { row, id, changes, differences }: PlannedUpdate,
  before: DebtItem,
  {
    caller,
    author,
    references,
    names,
    shown,
    resolvedAt,
  }: RowGround & {
    names: DebtNames;
    shown: ShownLinks;
    resolvedAt: number | null;
  },
): PlannedRow {
  if (!caller.mayDo('update', before)) {
    return refuse(row, needs('update'));
  }
  if (isKeptByDocument(before, names)) {
    const document = names.get(documentOfItem(before)!);
    return refuse(row, {
      field: differences[0].field,
      message: `is kept by ${
        document ? `the document ${document.ref}` : 'a document of the catalog'
      }; change it there`,
    });
  }
  const { standing, problem } = standingOfChangedRow(
    before,
    changes,
    resolvedAt,
    author.at,
  );
  const missing = references.findProblem(changes, before);
  if (missing ?? problem) {
    return refuse(row, (missing ?? problem)!);
  }
  const after = changeContent(
    before,
    withHiddenLinks(changes, before, shown),
    standing!,
  );
  if (after.ownerRef !== before.ownerRef && !caller.mayDo('update', after)) {
    const { message } = needs('update');
    return refuse(row, {
      field: 'ownerRef',
      message: `${message} for items of '${after.ownerRef}'`,
    });
  }
  const writing = writeNextVersion(
    before,
    { ...after, updatedAt: author.at },
    author,
  );
  return writing
    ? { row, outcome: 'change', before, writing, differences }
    : { row, outcome: 'unchanged', id, title: before.title };
}

function withHiddenLinks(
  changes: DebtItemChanges,
  before: DebtItem,
  shown: ShownLinks,
): DebtItemChanges {
  const { links } = changes;
  return links
    ? { ...changes, links: keepHiddenLinks(links, before.links, shown) }
    : changes;
}

function needs(action: Exclude<DebtAction, 'delete'>): DebtFieldProblem {
  return {
    field: '',
    message: `takes the permission opmodel.tech-debt.${action}`,
  };
}

function refuse(row: number, problem: DebtFieldProblem): PlannedRow {
  return { row, outcome: 'bad', problems: [{ column: null, ...problem }] };
}
