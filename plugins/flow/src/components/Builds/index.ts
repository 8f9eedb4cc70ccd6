export { BuildsPanel } from './BuildsPanel';
