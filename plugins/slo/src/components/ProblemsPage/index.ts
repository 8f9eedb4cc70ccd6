export { DocumentSource } from './DocumentSource';
export { ProblemsPage } from './ProblemsPage';
export { ProblemTable } from './ProblemTable';
