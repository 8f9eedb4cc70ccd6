export { OwnershipTable, type OwnershipTableProps } from './OwnershipTable';
