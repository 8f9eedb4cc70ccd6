import type {
  DebtReportApi,
  DebtReportEdit,
  DebtReportPage,
  DescribedDebtReport,
  NewDebtReport,
} from './DebtReportApi';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';

/** The calls for what debt cost on a day. */
export function debtReportCalls(engine: EngineRequests): DebtReportApi {
  return {
    listDebtReports(
      query: Parameters<DebtReportApi['listDebtReports']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DebtReportPage> {
      return engine.read(client =>
        client.GET('/tech-debt/reports', { params: { query }, ...options }),
      );
    },

    createDebtReport(
      body: NewDebtReport,
      options: RequestOptions = {},
    ): Promise<DescribedDebtReport> {
      return engine.read(client =>
        client.POST('/tech-debt/reports', { body, ...options }),
      );
    },

    getDebtReport(
      reportId: string,
      options: RequestOptions = {},
    ): Promise<DescribedDebtReport> {
      return engine.read(client =>
        client.GET('/tech-debt/reports/{reportId}', {
          params: { path: { reportId } },
          ...options,
        }),
      );
    },

    changeDebtReport(
      reportId: string,
      body: DebtReportEdit,
      options: RequestOptions = {},
    ): Promise<DescribedDebtReport> {
      return engine.read(client =>
        client.PATCH('/tech-debt/reports/{reportId}', {
          params: { path: { reportId } },
          body,
          ...options,
        }),
      );
    },

    async deleteDebtReport(
      reportId: string,
      version: number,
      options: RequestOptions = {},
    ): Promise<void> {
      await engine.read<unknown>(client =>
        client.DELETE('/tech-debt/reports/{reportId}', {
          params: { path: { reportId }, query: { version } },
          ...options,
        }),
      );
    },
  };
}
