export { ExportRows, type ExportRowsProps } from './ExportRows';
export { RowExportMenu, type RowExportMenuProps } from './RowExportMenu';
export { RowExportProgress } from './RowExportProgress';
