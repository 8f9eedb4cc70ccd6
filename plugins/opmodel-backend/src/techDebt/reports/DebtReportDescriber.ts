import type {
  DebtItem,
  DescribedDebtReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { NamedEntities } from '../../decisions/NamedEntities';
import { toInstant } from '../../lib/instants';
import type { DebtCaller } from '../items/DebtCaller';
import type { DebtItemStore } from '../items/DebtItemStore';
import type { DebtItemResource } from '../items/debtPermissionRules';
import type { KeptDebtReport } from './DebtReportStore';

/** What permission policies know of a report: the team that lost the hours is its owner. */
export function resourceOf({
  teamRef,
  reportedBy,
}: Pick<KeptDebtReport, 'teamRef' | 'reportedBy'>): DebtItemResource {
  return { ownerRef: teamRef ?? '', reportedBy };
}

/** Tells of reports what they name and what their reader may do with them; who filed them is told nobody. */
export class DebtReportDescriber {
  readonly #options: {
    items: Pick<DebtItemStore, 'listByIds'>;
    names: Pick<NamedEntities, 'read'>;
  };

  constructor(options: {
    items: Pick<DebtItemStore, 'listByIds'>;
    names: Pick<NamedEntities, 'read'>;
  }) {
    this.#options = options;
  }

  async describe(
    report: KeptDebtReport,
    caller: DebtCaller,
  ): Promise<DescribedDebtReport> {
    const [described] = await this.describeAll([report], caller);
    return described;
  }

  async describeAll(
    reports: readonly KeptDebtReport[],
    caller: DebtCaller,
  ): Promise<DescribedDebtReport[]> {
    const { reads } = caller;
    const known = await this.#options.names.read(
      reports.flatMap(({ entityRef, teamRef }) =>
        teamRef === null ? [entityRef] : [entityRef, teamRef],
      ),
      reads,
    );
    const items = await this.#readItems(reports, caller);
    return reports.flatMap(report => {
      const entity = known.get(report.entityRef);
      // It left what they may see since the report was read.
      if (!entity) {
        return [];
      }
      const resource = resourceOf(report);
      const mayChange = caller.mayDo('update', resource);
      const item =
        report.itemId === null ? undefined : items.get(report.itemId);
      return {
        id: report.id,
        version: report.version,
        day: report.day,
        hoursLost: report.hoursLost,
        what: report.what,
        entity,
        team:
          report.teamRef === null ? null : known.get(report.teamRef) ?? null,
        item: item
          ? { id: item.id, title: item.title, status: item.status }
          : null,
        createdAt: toInstant(report.createdAt),
        updatedAt: toInstant(report.updatedAt),
        may: {
          change: mayChange,
          // Who may change an item may say that it is the cause, and that it is not. Of a hidden one nothing is told here.
          link:
            mayChange ||
            (item ? caller.mayDo('update', item) : caller.mayDoSome('update')),
          unlink:
            item !== undefined && (mayChange || caller.mayDo('update', item)),
          delete: caller.mayDo('delete', resource),
        },
      };
    });
  }

  async #readItems(
    reports: readonly KeptDebtReport[],
    { reads }: DebtCaller,
  ): Promise<Map<string, DebtItem>> {
    const ids = new Set(reports.flatMap(({ itemId }) => itemId ?? []));
    const items = await this.#options.items.listByIds([...ids], reads);
    return new Map(items.map(item => [item.id, item]));
  }
}
