export { DraftsPage } from './DraftsPage';
export { NewDraftPage } from './NewDraftPage';
export { scorecardDraftsTranslationRef } from './translation';
