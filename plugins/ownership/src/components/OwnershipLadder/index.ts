export { OwnershipLadderPanel } from './OwnershipLadderPanel';
