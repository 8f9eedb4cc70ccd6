export { CorrectionsPanel } from './CorrectionsPanel';
export { CorrectionsProvider } from './CorrectionsContext';
export { DeploymentCorrections } from './DeploymentCorrections';
export { IncidentCorrections } from './IncidentCorrections';
