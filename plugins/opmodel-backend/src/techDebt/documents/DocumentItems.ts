import {
  type BadImportRow,
  type DebtItem,
  type DebtItemChanges,
  type DebtOrigin,
  type ImportRow,
  isEndedDebt,
  type KnownDebtItem,
  planImport,
  type PlannedCreation,
  type PlannedUpdate,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import { hasLeftDocument } from '../items/KeepingDocument';
import type { EntityOwners } from '../items/ownersOfEntities';
import type { DebtWriting } from '../exchange/DebtExchangeStore';
import {
  standingOfChangedRow,
  standingOfNewRow,
} from '../exchange/standingOfRow';
import {
  changeContent,
  type ImportAuthor,
  writeNewItem,
  writeNextVersion,
} from '../exchange/writeImported';
import type { RowReferences } from '../exchange/RowReferences';
import type { DebtDocumentProblem } from './DebtDocumentStore';

/** What a document says, and what it is held against. */
export interface ReadDocument {
  ref: string;
  rows: readonly ImportRow[];
  bad: readonly BadImportRow[];
  /** The items that it names or named. */
  items: readonly DebtItem[];
  references: RowReferences;
  owners: EntityOwners;
}

/** What is to be written of a document. */
export interface DocumentWritings {
  created: DebtWriting[];
  replaced: DebtWriting[];
  problems: DebtDocumentProblem[];
}

/** What is said of an item that its document no longer names. It tells nobody which document that is. */
const leftDocument = 'No longer in its document';

/** Plans what makes the items of a document what it says. What is planned once and done has nothing left to do. */
export class DocumentItems {
  readonly #document: ReadDocument;
  readonly #author: ImportAuthor;
  readonly #items: ReadonlyMap<string, DebtItem>;
  readonly #given: ReadonlyMap<number, ImportRow>;
  readonly #writings: DocumentWritings = {
    created: [],
    replaced: [],
    problems: [],
  };

  constructor(document: ReadDocument, author: ImportAuthor) {
    this.#document = document;
    this.#author = author;
    this.#items = new Map(document.items.map(item => [item.id, item]));
    this.#given = new Map(document.rows.map(row => [row.row, row]));
  }

  plan(): DocumentWritings {
    const { rows, bad, items, owners, references } = this.#document;
    const sorted = references.sort(rows);
    const plan = planImport({
      rows: sorted.sound,
      bad: [...bad, ...sorted.bad],
      known: items.map(item => this.#known(item)),
      ownerOf: owners.ownerOf,
    });
    for (const { row, name, problems } of plan.bad) {
      for (const { field, message } of problems) {
        this.#writings.problems.push({ row, name, field, message });
      }
    }
    plan.create.forEach(creation => this.#create(creation));
    plan.update.forEach(update => this.#change(update));
    plan.unchanged.forEach(({ row, id }) =>
      this.#change({ row, id, changes: {} }),
    );
    // What cannot be read of the document may be any of them, so that none is ended then.
    plan.missing?.forEach(id => this.#leave(this.#items.get(id)!));
    this.#writings.problems.sort(
      (one, other) => (one.row ?? 0) - (other.row ?? 0),
    );
    return this.#writings;
  }

  #known(item: DebtItem): KnownDebtItem {
    return {
      id: item.id,
      version: item.version,
      name: nameOf(item),
      item,
    };
  }

  #create({ row, name, item }: PlannedCreation): void {
    const { standing, problem } = standingOfNewRow(item, this.#author.at);
    const missing = this.#document.references.findProblem(item, null);
    const found = missing ?? problem;
    if (found || !standing) {
      this.#refuse(row, name, found!);
      return;
    }
    const { created, replaced } = writeNewItem(item, standing, {
      ...this.#author,
      id: randomUUID(),
      origin: this.#originOf(row, name),
    });
    this.#writings.created.push(created);
    this.#writings.replaced.push(...(replaced ? [replaced] : []));
  }

  #change({
    row,
    id,
    changes: said,
  }: Pick<PlannedUpdate, 'row' | 'id' | 'changes'>): void {
    const item = this.#items.get(id)!;
    const given = this.#given.get(row)!;
    const before = this.#cameBack(item);
    const changes =
      before === item
        ? withoutAccepted(said, before)
        : { ...said, ...standingSaid(given.given) };
    const { standing, problem } = standingOfChangedRow(
      before,
      changes,
      given.given.resolvedAt ?? null,
      this.#author.at,
    );
    const missing = this.#document.references.findProblem(changes, before);
    const found = missing ?? problem;
    if (found || !standing) {
      this.#refuse(row, given.name, found!);
      return;
    }
    const origin = this.#originOf(row, given.name);
    const after = changeContent(before, changes, standing);
    this.#replace(item, { ...after, origin });
  }

  /** What its document names again stands where it stood before it was left out, as far as that is known: it is open. */
  #cameBack(item: DebtItem): DebtItem {
    return isEndedDebt(item.status) && this.#isEndedAsLeft(item)
      ? {
          ...item,
          status: 'open',
          statusSince: this.#author.at,
          resolution: null,
          resolvedAt: null,
        }
      : item;
  }

  #isEndedAsLeft(item: DebtItem): boolean {
    // Items that left before it was written down of them are known by the words that were used then.
    return hasLeftDocument(item)
      ? [leftDocument, this.#leftBefore].includes(item.resolution ?? '')
      : item.resolution === this.#leftBefore;
  }

  get #leftBefore(): string {
    return `No longer in ${this.#document.ref}`;
  }

  /** Once: what people make of it afterwards is theirs, until it is named again. */
  #leave(item: DebtItem): void {
    const { origin } = item;
    if (origin.type !== 'document' || hasLeftDocument(item)) {
      return;
    }
    const { at } = this.#author;
    const isLong =
      isEndedDebt(item.status) && item.resolution === this.#leftBefore;
    const left = {
      ...item,
      // Of what left before that was written down it is known when it ended, and it was said which document that is.
      ...(isLong && { resolution: leftDocument }),
      origin: { ...origin, leftAt: isLong ? item.resolvedAt ?? at : at },
    };
    this.#replace(
      item,
      isEndedDebt(item.status)
        ? left
        : {
            ...left,
            status: 'resolved',
            statusSince: at,
            resolvedAt: at,
            resolution: leftDocument,
            acceptedUntil: null,
            acceptedBy: null,
          },
    );
  }

  #replace(before: DebtItem, after: DebtItem): void {
    const updatedAt = this.#author.at;
    const writing = writeNextVersion(
      before,
      { ...after, updatedAt },
      this.#author,
    );
    if (writing) {
      this.#writings.replaced.push(writing);
    } else if (isKeptOtherwise(before, after)) {
      // Nothing of it is different, but by whom it is kept.
      const { by, at } = this.#author;
      this.#writings.replaced.push({
        item: { ...after, version: before.version + 1, updatedAt },
        version: { by, at, note: null, changes: [] },
      });
    }
  }

  #originOf(row: number, name: string | null): DebtOrigin {
    return {
      type: 'document',
      ref: `${this.#document.ref}#${name}`,
      givesStatus: this.#given.get(row)!.given.status !== undefined,
      leftAt: null,
    };
  }

  #refuse(
    row: number,
    name: string | null,
    { field, message }: { field: string; message: string },
  ): void {
    this.#writings.problems.push({ row, name, field, message });
  }
}

/** Whether another may change it, or say where it stands, from now on. */
function isKeptOtherwise(
  { origin: before }: DebtItem,
  { origin: after }: DebtItem,
): boolean {
  return (
    before.type === 'document' &&
    after.type === 'document' &&
    (before.givesStatus !== after.givesStatus || before.leftAt !== after.leftAt)
  );
}

/** What its document calls an item. */
function nameOf({ origin }: DebtItem): string | null {
  return origin.type === 'document'
    ? origin.ref.slice(origin.ref.indexOf('#') + 1)
    : null;
}

/** What is said of where an item stands, and nothing else. */
function standingSaid({
  status,
  resolution,
}: DebtItemChanges): Pick<DebtItemChanges, 'status' | 'resolution'> {
  return {
    ...(status !== undefined && { status }),
    ...(resolution !== undefined && { resolution }),
  };
}

/** An acceptance holds whatever a document says of an item that is still owed: it is not for the document to end it. */
function withoutAccepted(
  changes: DebtItemChanges,
  { status }: DebtItem,
): DebtItemChanges {
  const isStanding =
    changes.status !== undefined && !isEndedDebt(changes.status);
  if (status !== 'accepted' || !isStanding) {
    return changes;
  }
  const { status: said, ...others } = changes;
  return others;
}
