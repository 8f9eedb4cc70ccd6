export { RegisterFilter, type RegisterFilters } from './RegisterFilter';
export { Select } from './Select';
