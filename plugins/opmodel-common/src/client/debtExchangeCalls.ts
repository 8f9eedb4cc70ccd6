import type {
  DebtBulkChange,
  DebtBulkResult,
  DebtExchangeApi,
  DebtExportQuery,
  DebtImport,
  DebtImportFile,
  DebtImportPreview,
  DebtImportResult,
} from './DebtExchangeApi';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';

/** The calls for files of items, and for changing several of them. */
export function debtExchangeCalls(engine: EngineRequests): DebtExchangeApi {
  return {
    previewDebtImport(
      body: DebtImportFile,
      options: RequestOptions = {},
    ): Promise<DebtImportPreview> {
      return engine.read(client =>
        client.POST('/tech-debt/imports/preview', { body, ...options }),
      );
    },

    importDebtItems(
      body: DebtImport,
      options: RequestOptions = {},
    ): Promise<DebtImportResult> {
      return engine.read(client =>
        client.POST('/tech-debt/imports', { body, ...options }),
      );
    },

    exportDebtItems(
      query: DebtExportQuery,
      options: RequestOptions = {},
    ): Promise<string> {
      return engine.read(client =>
        client.GET('/tech-debt/items/export', {
          params: { query },
          parseAs: 'text',
          ...options,
        }),
      );
    },

    changeDebtItems(
      body: DebtBulkChange,
      options: RequestOptions = {},
    ): Promise<DebtBulkResult> {
      return engine.read(client =>
        client.POST('/tech-debt/items/bulk', { body, ...options }),
      );
    },
  };
}
