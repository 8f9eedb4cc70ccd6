export { WindowPicker, type WindowPickerProps } from './WindowPicker';
