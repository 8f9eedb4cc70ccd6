export { MeasuredPanel } from './MeasuredPanel';
export { ReportButton } from './ReportButton';
export { ReportList } from './ReportList';
export { useReports } from './reportQueries';
export { ReportsPanel } from './ReportsPanel';
export { useReportParams, type ReportParams } from './useReportParams';
