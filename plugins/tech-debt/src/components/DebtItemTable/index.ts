export { DebtItemTable } from './DebtItemTable';
