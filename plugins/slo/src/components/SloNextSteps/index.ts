export { anchors } from './anchors';
export { SloNextSteps } from './SloNextSteps';
