export { ScorecardPages, ScorecardPagesContent } from './ScorecardPages';
