export { AgreementsPanel } from './AgreementsPanel';
export { DependencyPanel } from './DependencyPanel';
