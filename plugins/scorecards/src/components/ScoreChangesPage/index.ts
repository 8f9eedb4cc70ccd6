export { ScoreChangesPage } from './ScoreChangesPage';
