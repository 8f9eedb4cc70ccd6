export { OnCallPanel } from './OnCallPanel';
