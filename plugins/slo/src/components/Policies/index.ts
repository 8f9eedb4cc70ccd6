export { AppliedPoliciesPanel } from './AppliedPoliciesPanel';
export { ConsequenceTable } from './ConsequenceTable';
export { ExceptionDialog } from './ExceptionDialog';
