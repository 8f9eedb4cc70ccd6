import { randomUUID } from 'node:crypto';
import type { DebtCaller } from '../items/DebtCaller';
import { findDebtChanges } from '../items/findDebtChanges';
import type { DebtExchangeStore, DebtWriting } from './DebtExchangeStore';
import type { PlannedRow } from './PlannedImport';
import type { ImportedItem } from './writeImported';

/** Rows that are written together. */
const PORTION = 500;

/** What came of a row that was to be written. */
export interface WrittenRow {
  outcome: 'created' | 'changed' | 'unchanged' | 'conflict';
  itemId: string;
}

type NewRow = Extract<PlannedRow, { outcome: 'create' }>;
type ChangedRow = Extract<PlannedRow, { outcome: 'change' }>;

/** Writes what an import was planned to do, in portions; each is in the register as a whole or not at all. */
export class ImportWriter {
  readonly #store: Pick<DebtExchangeStore, 'listSought' | 'write'>;

  constructor(options: {
    store: Pick<DebtExchangeStore, 'listSought' | 'write'>;
  }) {
    this.#store = options.store;
  }

  /** @returns what came of each row that creates or changes an item */
  async write(
    rows: readonly PlannedRow[],
    caller: DebtCaller,
  ): Promise<ReadonlyMap<number, WrittenRow>> {
    const toWrite = rows.filter(isWritten);
    const told = new Map<number, WrittenRow>();
    for (let at = 0; at < toWrite.length; at += PORTION) {
      await this.#writePortion(toWrite.slice(at, at + PORTION), caller, told);
    }
    return told;
  }

  async #writePortion(
    rows: readonly (NewRow | ChangedRow)[],
    caller: DebtCaller,
    told: Map<number, WrittenRow>,
  ): Promise<void> {
    const news = rows.filter(isNew);
    const changes = rows.filter(isChange);
    const { created, replaced } = await this.#store.write({
      created: news.map(({ item }) => item.created),
      replaced: [
        ...news.flatMap(({ item }) => item.replaced ?? []),
        ...changes.map(({ writing }) => writing),
      ],
    });
    for (const { row, writing } of changes) {
      const itemId = writing.item.id;
      const outcome = replaced.has(itemId) ? 'changed' : 'conflict';
      told.set(row, { outcome, itemId });
    }
    const taken: NewRow[] = [];
    for (const one of news) {
      const itemId = one.item.created.item.id;
      if (created.has(itemId)) {
        told.set(one.row, { outcome: 'created', itemId });
      } else {
        taken.push(one);
      }
    }
    if (taken.length > 0) {
      await this.#settleTaken(taken, caller, told);
    }
  }

  /**
   * The id of a row that somebody took in before is taken. Where it was taken in at the same time the item says the same; else it has
   * become another since, or is hidden from them by now, and the row is an item of its own.
   */
  async #settleTaken(
    rows: readonly NewRow[],
    caller: DebtCaller,
    told: Map<number, WrittenRow>,
  ): Promise<void> {
    const ids = rows.map(({ item }) => item.created.item.id);
    const found = await this.#store.listSought(
      { ids, externalIds: [], entityRefs: [] },
      caller.reads,
    );
    const current = new Map(found.map(item => [item.id, item]));
    const others: { row: number; item: ImportedItem }[] = [];
    for (const { row, item } of rows) {
      const meant = (item.replaced ?? item.created).item;
      const there = current.get(meant.id);
      if (there && findDebtChanges(there, meant).length === 0) {
        told.set(row, { outcome: 'unchanged', itemId: there.id });
      } else if (there?.externalId && there.externalId === meant.externalId) {
        told.set(row, { outcome: 'conflict', itemId: there.id });
      } else {
        others.push({ row, item: renamed(item, randomUUID()) });
      }
    }
    await this.#store.write({
      created: others.map(({ item }) => item.created),
      replaced: others.flatMap(({ item }) => item.replaced ?? []),
    });
    for (const { row, item } of others) {
      told.set(row, { outcome: 'created', itemId: item.created.item.id });
    }
  }
}

function isWritten(row: PlannedRow): row is NewRow | ChangedRow {
  return isNew(row) || isChange(row);
}

function isNew(row: PlannedRow): row is NewRow {
  return row.outcome === 'create';
}

function isChange(row: PlannedRow): row is ChangedRow {
  return row.outcome === 'change';
}

function renamed({ created, replaced }: ImportedItem, id: string) {
  const rename = ({ item, version }: DebtWriting): DebtWriting => ({
    item: { ...item, id },
    version,
  });
  return { created: rename(created), replaced: replaced && rename(replaced) };
}
