export { GroupPicker, type GroupPickerProps } from './GroupPicker';
export { RefsPicker } from './RefsPicker';
