export { AcceptancePanel } from './AcceptancePanel';
export { DebtAcceptanceDialog } from './DebtAcceptanceDialog';
