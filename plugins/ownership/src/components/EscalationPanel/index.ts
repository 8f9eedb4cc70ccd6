export { EscalationPanel } from './EscalationPanel';
