export { DebtMatrixPanel } from './DebtMatrixPanel';
