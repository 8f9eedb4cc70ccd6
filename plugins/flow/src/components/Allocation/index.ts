export { AllocationPanel } from './AllocationPanel';
