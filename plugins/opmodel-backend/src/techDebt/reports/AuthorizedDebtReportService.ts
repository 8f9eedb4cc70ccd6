import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  DebtReportEdit,
  DebtReportPage,
  DescribedDebtReport,
  NewDebtReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesNone } from '../../catalog/Visibility';
import { audited } from '../../lib/audited';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import type { DebtCaller, DebtCallers } from '../items/DebtCaller';
import { limitingScope } from '../items/DebtSelections';
import type { DebtReportDescriber } from './DebtReportDescriber';
import type { DebtReportService } from './DebtReportService';
import type {
  DebtReportPosition,
  DebtReportSelection,
  DebtReportStore,
} from './DebtReportStore';

/** Which reports somebody asks for. */
export type AskedDebtReports = Omit<DebtReportSelection, 'visibility' | 'days'>;

interface ReportContext {
  credentials: BackstageCredentials;
  request: Request;
}

/** What is asked of reports for somebody. */
export interface AuthorizedDebtReportServiceOptions {
  auditor: AuditorService;
  callers: DebtCallers;
  catalog: Pick<CatalogStore, 'existingRefs'>;
  describer: DebtReportDescriber;
  reports: DebtReportService;
  store: Pick<DebtReportStore, 'list'>;
}

/**
 * Reports for somebody: every call resolves what the caller may see and do, and every change is an auditor event.
 *
 * Each method throws NotAllowedError when the caller may read no technical debt at all.
 */
export class AuthorizedDebtReportService {
  readonly #options: AuthorizedDebtReportServiceOptions;

  constructor(options: AuthorizedDebtReportServiceOptions) {
    this.#options = options;
  }

  /** @throws InputError when the cursor is not one that this list gave */
  async list(
    asked: AskedDebtReports,
    { limit, cursor }: { limit: number; cursor?: string },
    credentials: BackstageCredentials,
  ): Promise<DebtReportPage> {
    const { callers, catalog, describer, store } = this.#options;
    const caller = await callers.resolve(credentials);
    const { reads } = caller;
    const scopeRef = limitingScope(asked.scopeRef);
    // Whoever may not see a scope is told of it as of one that there is not.
    const isHidden =
      scopeRef !== undefined &&
      !(await catalog.existingRefs([scopeRef], reads)).has(scopeRef);
    const visibility = isHidden ? seesNone : reads;
    const list = { debtReports: asked };
    const after = decodeCursor<DebtReportPosition>(
      cursor,
      { day: ['string'], id: ['string'] },
      list,
    );
    // One more, which tells whether there is another page.
    const found = await store.list(
      { ...asked, scopeRef, visibility },
      { limit: limit + 1, after },
    );
    const page = found.reports.slice(0, limit);
    const { day, id } = page.at(-1) ?? {};
    return {
      items: await describer.describeAll(page, caller),
      totalItems: found.total,
      nextCursor:
        found.reports.length > limit ? encodeCursor({ day, id }, list) : null,
      mayCreate: caller.mayDoSome('create'),
    };
  }

  /** @throws NotFoundError when there is none, or it may not be seen */
  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<DescribedDebtReport> {
    const { callers, reports } = this.#options;
    return reports.get(id, await callers.resolve(credentials));
  }

  async create(
    body: NewDebtReport,
    context: ReportContext,
  ): Promise<DescribedDebtReport> {
    return this.#audited('create', {}, context, async caller => {
      const result = await this.#options.reports.create(body, caller);
      return { result, meta: metaOf(result) };
    });
  }

  async change(
    id: string,
    body: DebtReportEdit,
    context: ReportContext,
  ): Promise<DescribedDebtReport> {
    return this.#audited('update', { reportId: id }, context, async caller => {
      const result = await this.#options.reports.change(id, body, caller);
      return { result, meta: metaOf(result) };
    });
  }

  async remove(
    id: string,
    version: number,
    context: ReportContext,
  ): Promise<void> {
    const meta = { reportId: id, version };
    return this.#audited('delete', meta, context, async caller => ({
      result: await this.#options.reports.remove(id, version, caller),
    }));
  }

  #audited<T>(
    deed: 'create' | 'update' | 'delete',
    meta: JsonObject,
    { credentials, request }: ReportContext,
    work: (caller: DebtCaller) => Promise<{ result: T; meta?: JsonObject }>,
  ): Promise<T> {
    return audited(
      this.#options.auditor,
      { eventId: `debt-report-${deed}`, request, meta },
      async () => work(await this.#options.callers.resolve(credentials)),
    );
  }
}

function metaOf({ id, version, item }: DescribedDebtReport): JsonObject {
  return { reportId: id, version, itemId: item?.id ?? null };
}
