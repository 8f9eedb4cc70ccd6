import type {
  DebtDocumentApi,
  DebtDocumentPage,
  DebtDocumentQuery,
} from './DebtDocumentApi';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';

/** The call for documents that keep debt. */
export function debtDocumentCalls(engine: EngineRequests): DebtDocumentApi {
  return {
    listDebtDocuments(
      query: DebtDocumentQuery = {},
      options: RequestOptions = {},
    ): Promise<DebtDocumentPage> {
      return engine.read(client =>
        client.GET('/tech-debt/documents', { params: { query }, ...options }),
      );
    },
  };
}
