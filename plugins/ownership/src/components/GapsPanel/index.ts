export { GapDateDialog } from './GapDateDialog';
export { GapsPanel } from './GapsPanel';
