export { BulkDialog, type BulkDialogProps } from './BulkDialog';
export { BulkResult } from './BulkResult';
