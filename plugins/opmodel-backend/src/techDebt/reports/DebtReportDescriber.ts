import type { DescribedDebtReport } from '@opmodel/backstage-plugin-opmodel-common';
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
    items: Pick<DebtItemStore, 'get'>;
    names: Pick<NamedEntities, 'read'>;
  };

  constructor(options: {
    items: Pick<DebtItemStore, 'get'>;
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
      return {
        id: report.id,
        version: report.version,
        day: report.day,
        hoursLost: report.hoursLost,
        what: report.what,
        entity,
        team:
          report.teamRef === null ? null : known.get(report.teamRef) ?? null,
        item: report.itemId === null ? null : items.get(report.itemId) ?? null,
        createdAt: toInstant(report.createdAt),
        updatedAt: toInstant(report.updatedAt),
        may: {
          change: caller.mayDo('update', resource),
          delete: caller.mayDo('delete', resource),
        },
      };
    });
  }

  async #readItems(
    reports: readonly KeptDebtReport[],
    { reads }: DebtCaller,
  ): Promise<Map<string, NonNullable<DescribedDebtReport['item']>>> {
    const ids = new Set(reports.flatMap(({ itemId }) => itemId ?? []));
    const items = await Promise.all(
      [...ids].map(id => this.#options.items.get(id, reads)),
    );
    return new Map(
      items.flatMap(item =>
        item
          ? [
              [
                item.id,
                { id: item.id, title: item.title, status: item.status },
              ] as const,
            ]
          : [],
      ),
    );
  }
}
