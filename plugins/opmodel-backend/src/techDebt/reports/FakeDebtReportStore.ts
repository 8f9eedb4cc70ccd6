import { ConflictError } from '@backstage/errors';
import type { DebtReport } from '@opmodel/backstage-plugin-opmodel-common';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import type { DebtItemStore } from '../items/DebtItemStore';
import { FakeDebtItemSelection } from '../items/FakeDebtItemSelection';
import type {
  DebtReportPosition,
  DebtReportSelection,
  DebtReportStore,
  KeptDebtReport,
} from './DebtReportStore';

/** Keeps reports in memory. */
export class FakeDebtReportStore implements DebtReportStore {
  readonly #carriers: FakeDebtItemSelection;
  readonly #items: Pick<DebtItemStore, 'get'>;
  readonly #kept = new Map<string, KeptDebtReport>();

  constructor(
    catalog: FakeComponentCatalog,
    items: Pick<DebtItemStore, 'get'>,
  ) {
    this.#carriers = new FakeDebtItemSelection(catalog);
    this.#items = items;
  }

  async create(report: KeptDebtReport): Promise<void> {
    if (this.#kept.has(report.id)) {
      throw new ConflictError(`There is a report '${report.id}' already`);
    }
    this.#kept.set(report.id, { ...report });
  }

  async get(
    id: string,
    visibility: Visibility,
  ): Promise<KeptDebtReport | undefined> {
    const report = this.#kept.get(id);
    return report && this.#carriers.seesCarrier(report.entityRef, visibility)
      ? { ...report }
      : undefined;
  }

  async replace(report: KeptDebtReport): Promise<boolean> {
    const kept = this.#kept.get(report.id);
    if (kept?.version !== report.version - 1) {
      return false;
    }
    const { reportedBy, createdAt } = kept;
    this.#kept.set(report.id, { ...report, reportedBy, createdAt });
    return true;
  }

  async remove(id: string, version: number): Promise<boolean> {
    return this.#kept.get(id)?.version === version && this.#kept.delete(id);
  }

  async list(
    selection: DebtReportSelection,
    { limit, after }: { limit: number; after?: DebtReportPosition },
  ): Promise<{ reports: KeptDebtReport[]; total: number }> {
    const found = (await this.#select(selection)).reverse();
    return {
      reports: found
        .filter(report => !after || comparePositions(report, after) < 0)
        .slice(0, limit),
      total: found.length,
    };
  }

  async listMeasured(selection: DebtReportSelection): Promise<DebtReport[]> {
    const found = await this.#select(selection);
    return found.map(({ id, day, hoursLost, teamRef, entityRef, itemId }) => ({
      id,
      day,
      hoursLost,
      teamRef,
      entityRef,
      itemId,
    }));
  }

  async findFirstDay(visibility: Visibility): Promise<string | null> {
    const [first] = await this.#select({ visibility });
    return first?.day ?? null;
  }

  async #select({
    visibility,
    entityRef,
    scopeRef = organisationScope,
    itemId,
    unlinked = false,
    days,
  }: DebtReportSelection): Promise<KeptDebtReport[]> {
    const found: KeptDebtReport[] = [];
    for (const report of this.#kept.values()) {
      if (
        this.#carriers.seesCarrier(report.entityRef, visibility) &&
        (entityRef === undefined || report.entityRef === entityRef) &&
        (scopeRef === organisationScope ||
          this.#carriers.countsIn(report.entityRef, scopeRef)) &&
        (itemId === undefined || report.itemId === itemId) &&
        (!unlinked || !(await this.#isLinked(report, visibility))) &&
        (!days || (report.day >= days.from && report.day <= days.to))
      ) {
        found.push({ ...report });
      }
    }
    return found.sort(comparePositions);
  }

  async #isLinked(
    { itemId }: KeptDebtReport,
    visibility: Visibility,
  ): Promise<boolean> {
    return (
      itemId !== null &&
      (await this.#items.get(itemId, visibility)) !== undefined
    );
  }
}

/** Texts are in the order of their characters, as databases have them. */
function comparePositions(
  a: DebtReportPosition,
  b: DebtReportPosition,
): number {
  return (
    Buffer.compare(Buffer.from(a.day), Buffer.from(b.day)) ||
    Buffer.compare(Buffer.from(a.id), Buffer.from(b.id))
  );
}
