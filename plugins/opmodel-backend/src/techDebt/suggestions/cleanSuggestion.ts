import type {
  FoundSuggestion,
  SuggestionEvidence,
} from '@opmodel/backstage-plugin-opmodel-common';
import { cleanText } from '../../catalog/cleanText';

/** A suggestion without what a database cannot keep: one such text must not lose all that a source found. */
export function cleanSuggestion(suggestion: FoundSuggestion): FoundSuggestion {
  return {
    ...suggestion,
    title: cleanText(suggestion.title),
    description: cleanText(suggestion.description),
    evidence: suggestion.evidence.map(cleanEvidence),
    links: suggestion.links.map(({ type, ref, title }) => ({
      type,
      ref: cleanText(ref),
      title: title === null ? null : cleanText(title),
    })),
  };
}

function cleanEvidence(evidence: SuggestionEvidence): SuggestionEvidence {
  const name = cleanText(evidence.name);
  switch (evidence.type) {
    case 'measure':
      return { ...evidence, name };
    case 'link':
      return { ...evidence, name, url: cleanText(evidence.url) };
    default:
      return { ...evidence, name, value: cleanText(evidence.value) };
  }
}
