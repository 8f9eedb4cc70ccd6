import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtCaller } from '../items/DebtCaller';
import { findDebtChanges } from '../items/findDebtChanges';
import type { DebtExchangeStore, DebtWritten } from './DebtExchangeStore';
import type { PlannedRow } from './PlannedImport';

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
  readonly #store: Pick<DebtExchangeStore, 'listByKeys' | 'write'>;

  constructor(options: {
    store: Pick<DebtExchangeStore, 'listByKeys' | 'write'>;
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
    const changes = rows.filter(isChange);
    let news = rows.filter(isNew);
    const { replaced } = await this.#writeNews(news, 0, changes, told);
    for (const { row, writing } of changes) {
      const itemId = writing.item.id;
      const outcome = replaced.has(itemId) ? 'changed' : 'conflict';
      told.set(row, { outcome, itemId });
    }
    for (let turn = 0; ; turn += 1) {
      news = news.filter(({ row }) => !told.has(row));
      if (news.length === 0) {
        return;
      }
      await this.#settleTaken(news, turn, caller, told);
      news = news.filter(({ row }) => !told.has(row));
      await this.#writeNews(news, turn + 1, [], told);
    }
  }

  async #writeNews(
    news: readonly NewRow[],
    turn: number,
    changes: readonly ChangedRow[],
    told: Map<number, WrittenRow>,
  ): Promise<DebtWritten> {
    const written = await this.#store.write({
      created: news.map(({ item, key }) => ({
        ...item.created,
        key: keyAt(turn, key),
      })),
      replaced: [
        ...news.flatMap(({ item }) => item.replaced ?? []),
        ...changes.map(({ writing }) => writing),
      ],
    });
    for (const { row, item } of news) {
      const itemId = item.created.item.id;
      if (written.created.has(itemId)) {
        told.set(row, { outcome: 'created', itemId });
      }
    }
    return written;
  }

  /**
   * Somebody took the same row in before. Where that was at the same time the item says the same. Else it has become another since, or is
   * hidden by now, and the row is an item of its own: the next that is made from such a row.
   */
  async #settleTaken(
    rows: readonly NewRow[],
    turn: number,
    caller: DebtCaller,
    told: Map<number, WrittenRow>,
  ): Promise<void> {
    const found = await this.#store.listByKeys(
      rows.map(({ key }) => keyAt(turn, key)),
      caller.reads,
    );
    for (const { row, key, item } of rows) {
      const there = found.get(keyAt(turn, key));
      const meant = (item.replaced ?? item.created).item;
      if (there && findDebtChanges(there, meant).length === 0) {
        told.set(row, { outcome: 'unchanged', itemId: there.id });
      } else if (there && isCalledAlike(there, meant)) {
        told.set(row, { outcome: 'conflict', itemId: there.id });
      }
    }
  }
}

/** @param turn - how many items there are of the row that have become others */
function keyAt(turn: number, key: string): string {
  return `${turn} ${key}`;
}

/** Whether the next import of the row means the item. */
function isCalledAlike(there: DebtItem, meant: DebtItem): boolean {
  return (
    meant.externalId !== null &&
    there.externalId === meant.externalId &&
    there.entityRefs.some(ref => meant.entityRefs.includes(ref))
  );
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
