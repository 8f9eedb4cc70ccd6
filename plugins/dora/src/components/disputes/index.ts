export { DisputeButton } from './DisputeButton';
export { DisputesPanel } from './DisputesPanel';
