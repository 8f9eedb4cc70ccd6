export { DraftPages } from './DraftPages';
export { scorecardEditorTranslationRef } from './translation';
