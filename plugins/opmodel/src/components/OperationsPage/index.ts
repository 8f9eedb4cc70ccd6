export { OperationsPage, OperationsPageContent } from './OperationsPage';
