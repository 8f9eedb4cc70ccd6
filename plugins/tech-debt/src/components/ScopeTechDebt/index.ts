export { ScopeTechDebt, type ScopeTechDebtProps } from './ScopeTechDebt';
