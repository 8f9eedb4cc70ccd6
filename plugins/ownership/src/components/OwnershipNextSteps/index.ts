export { OwnershipNextSteps } from './OwnershipNextSteps';
export { anchors } from './anchors';
