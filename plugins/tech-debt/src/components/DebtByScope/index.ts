export {
  DebtByScopePanel,
  type DebtByScopePanelProps,
} from './DebtByScopePanel';
