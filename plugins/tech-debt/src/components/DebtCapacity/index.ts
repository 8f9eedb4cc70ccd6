export { CapacityPanel } from './CapacityPanel';
export { capacityScopeOf } from './capacityScopeOf';
