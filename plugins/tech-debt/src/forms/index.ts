export { problemsByField } from './problemsByField';
export { SelectInput } from './SelectInput';
export { TextInput, type TextInputProps } from './TextInput';
