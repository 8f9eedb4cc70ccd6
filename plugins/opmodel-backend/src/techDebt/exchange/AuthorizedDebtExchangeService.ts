import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  DebtBulkChange,
  DebtBulkResult,
  DebtFileFormat,
  DebtImport,
  DebtImportFile,
  DebtImportPreview,
  DebtImportResult,
} from '@opmodel/backstage-plugin-opmodel-common';
import { audited } from '../../lib/audited';
import type { DebtContext } from '../items/AuthorizedDebtItemService';
import { type DebtCallers, requireSomeDebtAction } from '../items/DebtCaller';
import type { AskedDebt, DebtSelections } from '../items/DebtSelections';
import type { BulkDebtService } from './BulkDebtService';
import type { DebtExporter } from './DebtExporter';
import type { DebtImporter } from './DebtImporter';

/** What is asked of files and of changes to many items. */
export interface AuthorizedDebtExchangeServiceOptions {
  callers: DebtCallers;
  selections: DebtSelections;
  importer: DebtImporter;
  exporter: DebtExporter;
  bulk: BulkDebtService;
  auditor: AuditorService;
}

/**
 * Files of items, and changes to many of them, for somebody: every call resolves what the caller may see and do, and what changes items is
 * an auditor event with what came of them.
 *
 * Each method throws NotAllowedError when the caller may read no technical debt at all.
 */
export class AuthorizedDebtExchangeService {
  readonly #options: AuthorizedDebtExchangeServiceOptions;

  constructor(options: AuthorizedDebtExchangeServiceOptions) {
    this.#options = options;
  }

  async preview(
    body: DebtImportFile,
    credentials: BackstageCredentials,
  ): Promise<DebtImportPreview> {
    const { callers, importer } = this.#options;
    const caller = await callers.resolve(credentials);
    requireSomeDebtAction(caller, 'create');
    return importer.preview(body, caller);
  }

  async run(
    body: DebtImport,
    { credentials, request }: DebtContext,
  ): Promise<DebtImportResult> {
    const { auditor, callers, importer } = this.#options;
    const meta = { format: body.format };
    return audited(
      auditor,
      { eventId: 'debt-import', request, meta },
      async () => {
        const caller = await callers.resolve(credentials);
        requireSomeDebtAction(caller, 'create');
        const result = await importer.run(body, caller);
        return { result, meta: { ...meta, ...result.counts } };
      },
    );
  }

  /** The text of the file, in pieces. */
  async export(
    format: DebtFileFormat,
    asked: AskedDebt,
    credentials: BackstageCredentials,
  ): Promise<AsyncGenerator<string>> {
    const { callers, selections, exporter } = this.#options;
    const caller = await callers.resolve(credentials);
    const selection = await selections.resolve(asked, caller);
    return exporter.write(format, selection, caller);
  }

  async change(
    body: DebtBulkChange,
    { credentials, request }: DebtContext,
  ): Promise<DebtBulkResult> {
    const { auditor, callers, bulk } = this.#options;
    const ids = body.items.map(({ id }) => id);
    return audited(
      auditor,
      { eventId: 'debt-items-change', request, meta: { itemIds: ids } },
      async () => {
        const caller = await callers.resolve(credentials);
        const result = await bulk.change(body, caller);
        return { result, meta: { ...result.counts } };
      },
    );
  }
}
