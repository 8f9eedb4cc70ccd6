export { FormDialog, type FormDialogProps } from './FormDialog';
export { GroupPicker, type GroupPickerProps } from './GroupPicker';
export { TextLines } from './TextLines';
export { RefsPicker } from './RefsPicker';
