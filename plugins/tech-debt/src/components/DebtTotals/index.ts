export { DebtTotals } from './DebtTotals';
export { countMoved, type MovedItems } from './movedItems';
