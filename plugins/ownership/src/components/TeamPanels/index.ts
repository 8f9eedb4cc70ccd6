export { InteractionsPanel } from './InteractionsPanel';
export { TeamLoadPanel } from './TeamLoadPanel';
export { TeamProfilePanel } from './TeamProfilePanel';
