export { DebtFlowPanels } from './DebtFlowPanels';
export { OldestPanel } from './OldestPanel';
