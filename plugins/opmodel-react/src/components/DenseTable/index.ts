export { useDenseTableStyles } from './denseTableStyles';
export { moveBetweenRows } from './moveBetweenRows';
