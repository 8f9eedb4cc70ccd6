export { FirstStep } from './FirstStep';
export { PortalPanel } from './PortalPanel';
