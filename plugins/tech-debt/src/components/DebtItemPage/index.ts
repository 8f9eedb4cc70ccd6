export { DebtItemPage } from './DebtItemPage';
