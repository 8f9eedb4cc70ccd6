export { DraftPages } from './DraftPages';
