export { DoraFleetPage, DoraFleetPageContent } from './DoraFleetPage';
export { doraFleetTranslationRef } from './doraFleetTranslationRef';
