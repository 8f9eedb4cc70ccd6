import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DrawnDebtItem } from '../debt/drawDebtItems';
import type { DrawnDebtReport } from '../debt/drawDebtReports';
import type { GuestApi, GuestPortal } from './GuestPortal';

/** An item with what teams reported of it. */
export interface DebtEntry {
  item: DrawnDebtItem;
  reports: readonly DrawnDebtReport[];
}

/**
 * Enters the technical debt of the demo organisation in the name of the portal's guest: its items as a file that is imported, and then
 * what teams reported of each. What is there already is left as it is.
 */
export class DebtWriter {
  readonly #options: {
    portal: GuestPortal;
    logger: LoggerService;
    /** What is to be there now. */
    entries: () => Promise<readonly DebtEntry[]>;
  };

  constructor(options: {
    portal: GuestPortal;
    logger: LoggerService;
    entries: () => Promise<readonly DebtEntry[]>;
  }) {
    this.#options = options;
  }

  /**
   * @returns how many items were taken in
   * @throws when the portal does not answer, or refuses the file as a whole. Rows that it refuses are told in the log and left out
   */
  async write(signal: AbortSignal): Promise<number> {
    const { portal, logger, entries } = this.#options;
    const api = await portal.enter(signal);
    if (!api) {
      return 0;
    }
    const all = await entries();
    const known = await findKnown(api, all);
    const unknown = all.filter(entry => !known.has(entry));
    const filed = await this.#file(api, unknown);
    for (const [entry, itemId] of [...known, ...filed]) {
      signal.throwIfAborted();
      await writeReports(api, itemId, entry.reports);
    }
    if (filed.size > 0) {
      logger.info(
        `The guest has taken ${filed.size} items of technical debt in`,
      );
    }
    return filed.size;
  }

  async #file(
    api: GuestApi,
    entries: readonly DebtEntry[],
  ): Promise<Map<DebtEntry, string>> {
    const filed = new Map<DebtEntry, string>();
    if (entries.length === 0) {
      return filed;
    }
    const { rows } = await api.importDebtItems({
      format: 'json',
      text: printRows(entries),
      // Two components owe the same more often than one is written down twice.
      possibleDuplicates: 'create',
    });
    for (const { row, itemId, problems } of rows) {
      const entry = entries[row - 1];
      if (itemId) {
        filed.set(entry, itemId);
      } else {
        this.#options.logger.info(
          `The demo organisation goes without the debt '${
            entry.item.title
          }': ${problems
            .map(({ field, message }) => `${field} ${message}`)
            .join('; ')}`,
        );
      }
    }
    return filed;
  }
}

/** The items that are there, which nothing is to change any more. */
async function findKnown(
  api: GuestApi,
  entries: readonly DebtEntry[],
): Promise<Map<DebtEntry, string>> {
  const { rows } = await api.previewDebtImport({
    format: 'json',
    text: printRows(entries),
  });
  return new Map(
    rows.flatMap(({ row, itemId }) =>
      itemId ? [[entries[row - 1], itemId] as const] : [],
    ),
  );
}

async function writeReports(
  api: GuestApi,
  itemId: string,
  reports: readonly DrawnDebtReport[],
): Promise<void> {
  if (reports.length === 0) {
    return;
  }
  const known = await api.listDebtReports({ item: itemId, limit: 1 });
  if (known.items.length > 0) {
    return;
  }
  const { entities, ownerRef } = await api.getDebtItem(itemId);
  for (const report of reports) {
    await api.createDebtReport({
      ...report,
      itemId,
      entityRef: entities[0].ref,
      teamRef: ownerRef,
    });
  }
}

function printRows(entries: readonly DebtEntry[]): string {
  return JSON.stringify(
    entries.map(({ item: { createdAt, resolvedAt, ...item } }) => ({
      ...item,
      createdAt: printInstant(createdAt),
      resolvedAt: printInstant(resolvedAt),
    })),
  );
}

function printInstant(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
