export { OwnershipMapPage } from './OwnershipMapPage';
