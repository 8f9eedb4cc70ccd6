/**
 * What Opmodel's pages share: states, metric tiles, charts, window picker, scope
 * header and hooks.
 *
 * @packageDocumentation
 */
export { opmodelApiRef } from './api/opmodelApiRef';
export { useOpmodelApi } from './api/useOpmodelApi';
export { useEntityTabPath } from './catalog/useEntityTabPath';
export { useKindName } from './catalog/useKindName';
export { useEntityTitles } from './catalog/useEntityTitles';

export { NO_VALUE, formatDuration } from './format/duration';
export {
  formatCount,
  formatDecimal,
  formatRate,
  formatRateNumber,
  formatShare,
} from './format/number';
export {
  formatDay,
  formatDayRange,
  formatInstant,
  formatRelative,
  formatShortDay,
} from './format/instant';
export { useFormats, type Formats } from './format/useFormats';

export type {
  OpmodelPalette,
  OpmodelState,
  SeriesId,
  StateColours,
} from './palette/palette';
export { useOpmodelPalette } from './palette/useOpmodelPalette';
export { ChartTooltip, type ChartTooltipRow } from './chart/ChartTooltip';
export { useMeasuredWidth } from './chart/useMeasuredWidth';
export { useReducedMotion } from './chart/useReducedMotion';

export { toCsvTable, type CsvColumn, type CsvValue } from './export/csv';
export {
  downloadFile,
  type ExportFormat,
  type FileFormat,
} from './export/downloadFile';
export { exportFileName } from './export/exportFileName';
export { toJsonFile } from './export/json';
export type { RowExport, RowExportHead } from './export/rowExport';
export {
  useRowExport,
  type RowExportRun,
  type RowExportState,
} from './export/useRowExport';

export { useFactStyles } from './layout/useFactStyles';
export { useSectionStyles } from './layout/useSectionStyles';

export {
  useListParams,
  type ListParams,
  type ListParamsOptions,
} from './list/useListParams';
export { useGridFocus, type GridFocus } from './list/useGridFocus';
export { writeParams } from './list/writeParams';

export { useDocsUrl } from './docs/useDocsUrl';

export { useAction, type Action } from './request/useAction';
export { errorStatus } from './request/errorStatus';
export {
  useCursors,
  type CursorPages,
  type Cursors,
} from './request/useCursors';
export type {
  PageRequest,
  RowOf,
  RowPage,
  RowSource,
} from './request/rowSource';
export {
  useRowPages,
  type RowPages,
  type RowPagesOptions,
} from './request/useRowPages';
export {
  useQueryState,
  type QueryOptions,
  type QueryState,
} from './request/useQueryState';

export {
  DEFAULT_WINDOW,
  isSameSelection,
  readWindowSelection,
  toWindowQuery,
  writeWindowSelection,
  type NamedWindow,
  type OwnershipView,
  type WindowSelection,
} from './window/windowSelection';
export { useWindowParams, type WindowParams } from './window/useWindowParams';

export * from './components/Acceptances';
export * from './components/ActionButton';
export * from './components/ChangeNote';
export * from './components/ChartFrame';
export * from './components/ComponentFilterBar';
export * from './components/ChoicePicker';
export * from './components/DenseTable';
export * from './components/DistributionChart';
export * from './components/EntityPicker';
export * from './components/ExplainDrawer';
export * from './components/ExportMenu';
export * from './components/FormDialog';
export * from './components/Hint';
export * from './components/LinkedDebt';
export * from './components/MetricSummary';
export * from './components/MetricTile';
export * from './components/NewestFirstPaging';
export * from './components/PagedRows';
export * from './components/Panel';
export * from './components/RelativeTime';
export * from './components/RowExport';
export * from './components/ScopeHeader';
export * from './components/WorkingTimeNote';
export * from './components/ScrollArea';
export * from './components/SegmentedButtons';
export * from './components/SortButton';
export * from './components/Sparkline';
export * from './components/StageBar';
export * from './components/StateChip';
export * from './components/SubPages';
export * from './components/TableTools';
export * from './components/TrendChart';
export * from './components/ViewStates';
export * from './components/WindowPicker';

export { opmodelTranslationRef } from './translation';
