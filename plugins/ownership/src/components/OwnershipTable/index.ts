export { OwnershipTable, type OwnershipTableProps } from './OwnershipTable';
export { OwnershipTableToolbar } from './OwnershipTableToolbar';
export { ownershipTable, type OwnershipColumnId } from './ownershipColumns';
