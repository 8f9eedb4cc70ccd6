export { FleetPage } from './FleetPage';
export { Select } from './Select';
