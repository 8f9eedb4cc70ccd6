export { OwnershipListPage } from './OwnershipListPage';
