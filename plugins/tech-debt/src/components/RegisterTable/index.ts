export { RegisterTable, type RegisterTableProps } from './RegisterTable';
export * from './registerColumns';
export { useRegisterColumnNames } from './useRegisterColumnNames';
export { RegisterPanel } from './RegisterPanel';
