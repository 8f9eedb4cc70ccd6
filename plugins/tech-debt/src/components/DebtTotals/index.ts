export { DebtTotals } from './DebtTotals';
export { MovedAnswer } from './MovedAnswer';
export { countMoved, type MovedItems } from './movedItems';
