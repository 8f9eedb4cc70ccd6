export {
  ChoicePicker,
  type Choice,
  type ChoicePickerProps,
} from './ChoicePicker';
