export {
  EntityPicker,
  GroupPicker,
  type EntityPickerProps,
  type GroupPickerProps,
} from './EntityPicker';
export { RefsPicker, type RefsPickerProps } from './RefsPicker';
