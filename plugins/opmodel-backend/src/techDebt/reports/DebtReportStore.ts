import type { DebtReport } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';

/** A report with what is said of it. Instants are epoch milliseconds. */
export interface KeptDebtReport extends DebtReport {
  /** Counts the changes, from 1; who writes says which they have seen. */
  version: number;
  /** What happened. */
  what: string;
  /** Entity ref of the person, or name of the service; permissions are decided by it, and nobody is shown it. */
  reportedBy: string;
  createdAt: number;
  updatedAt: number;
}

/** Which reports are looked at. A report is seen by whoever may see its entity. */
export interface DebtReportSelection {
  visibility: Visibility;
  /** Reports of exactly this entity. */
  entityRef?: string;
  /**
   * Reports of entities that count in this scope today, itself included; those that left the catalog count where their owner does. `org`: all.
   * Whether the caller may see the scope is not asked.
   */
  scopeRef?: string;
  /** Reports that are linked to this item. */
  itemId?: string;
  /** Only reports that are linked to no item, to one that is gone, or to one that may not be seen. */
  unlinked?: boolean;
  /** ISO days, both included. */
  days?: { from: string; to: string };
}

/** Where a page begins. */
export type DebtReportPosition = Pick<DebtReport, 'day' | 'id'>;

/** Keeps what debt cost on a day, as teams reported it. */
export interface DebtReportStore {
  /** @throws ConflictError when there is a report with this id */
  create(report: KeptDebtReport): Promise<void>;

  /** Undefined: there is none, or it may not be seen. */
  get(id: string, visibility: Visibility): Promise<KeptDebtReport | undefined>;

  /**
   * Makes a report its next version, which `report.version` is, unless somebody was faster. Who filed it and when stays.
   *
   * @returns whether the version before was still the one that holds
   */
  replace(report: KeptDebtReport): Promise<boolean>;

  /** @returns whether it was there in this version */
  remove(id: string, version: number): Promise<boolean>;

  /** The latest day first, of one day by their ids backwards. */
  list(
    selection: DebtReportSelection,
    page: { limit: number; after?: DebtReportPosition },
  ): Promise<{ reports: KeptDebtReport[]; total: number }>;

  /** What interest is measured from; in the order of days and ids. */
  listMeasured(selection: DebtReportSelection): Promise<DebtReport[]>;

  /** The ISO day of the first report that may be seen; null: there is none. */
  findFirstDay(visibility: Visibility): Promise<string | null>;
}
