export { EvaluatedNote } from './EvaluatedNote';
export { FactLine } from './FactLine';
export { OwnerName } from './OwnerName';
export { ScorecardDocsLink } from './ScorecardDocsLink';
export { ScorecardLink } from './ScorecardLink';
