export { DraftsPage } from './DraftsPage';
export { NewDraftPage } from './NewDraftPage';
export { RetireDialog } from './RetireDialog';
export { scorecardDraftsTranslationRef } from './translation';
