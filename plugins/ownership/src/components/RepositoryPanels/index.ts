export { CodeownersPanel } from './CodeownersPanel';
export { SuggestionsPanel } from './SuggestionsPanel';
