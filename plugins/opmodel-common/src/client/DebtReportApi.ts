import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** A symptom of debt to report. */
export type NewDebtReport = Schemas['NewDebtReport'];
/** What of a report is to become different. */
export type DebtReportEdit = Schemas['DebtReportEdit'];
/** A report with what it names, as far as its reader may see it. */
export type DescribedDebtReport = Schemas['DescribedDebtReport'];
/** One page of reports. */
export type DebtReportPage = Schemas['DebtReportPage'];
/** Interest as it was measured, with its evidence; beside the one that was estimated. */
export type MeasuredDebtInterest = Schemas['MeasuredDebtInterest'];
/** What is measured of what an item is linked to, each in its own unit. */
export type DebtEvidenceAnswer = Schemas['DebtEvidenceAnswer'];

/** What debt cost on a day, as teams reported it. */
export interface DebtReportApi {
  listDebtReports(
    query?: Query<'listDebtReports'>,
    options?: RequestOptions,
  ): Promise<DebtReportPage>;
  createDebtReport(
    body: NewDebtReport,
    options?: RequestOptions,
  ): Promise<DescribedDebtReport>;
  getDebtReport(
    reportId: string,
    options?: RequestOptions,
  ): Promise<DescribedDebtReport>;
  changeDebtReport(
    reportId: string,
    body: DebtReportEdit,
    options?: RequestOptions,
  ): Promise<DescribedDebtReport>;
  /** @param version - that was read */
  deleteDebtReport(
    reportId: string,
    version: number,
    options?: RequestOptions,
  ): Promise<void>;
}
