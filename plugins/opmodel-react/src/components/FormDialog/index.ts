export { FormDialog, type FormDialogProps } from './FormDialog';
export { TextLines } from './TextLines';
export { readableErrors } from './readableErrors';
