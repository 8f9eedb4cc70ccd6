export { CompareButton, ComparePanel } from './ComparePanel';
