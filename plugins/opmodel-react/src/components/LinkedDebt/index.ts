export { LinkedDebt, type LinkedDebtProps } from './LinkedDebt';
