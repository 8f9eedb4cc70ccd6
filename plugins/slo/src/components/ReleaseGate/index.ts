export { ReleaseGatePanel } from './ReleaseGatePanel';
