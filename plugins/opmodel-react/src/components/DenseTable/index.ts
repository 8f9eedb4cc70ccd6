export { useDenseTableStyles } from './denseTableStyles';
