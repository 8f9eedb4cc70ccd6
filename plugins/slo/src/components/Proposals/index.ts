export { ProposalsPanel } from './ProposalsPanel';
