export { DebtBoard } from './DebtBoard';
