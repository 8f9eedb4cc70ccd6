export { DebtDocsLink } from './DebtDocsLink';
export { DebtItemLink } from './DebtItemLink';
export { DebtOwner } from './DebtOwner';
export { DebtSeverityChip } from './DebtSeverityChip';
export { DebtStatusChip } from './DebtStatusChip';
export { DueNote } from './DueNote';
export { FactLine } from './FactLine';
export { PriceNote } from './PriceNote';
export { usePriceWords, type AnyCost, type AnyPrice } from './usePriceWords';
