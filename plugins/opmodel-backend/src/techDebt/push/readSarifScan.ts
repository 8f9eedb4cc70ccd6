import {
  analysisNameOf,
  type FoundSuggestion,
  suggestFromSarif,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SuggestionPart } from '@opmodel/backstage-plugin-opmodel-node';
import type { ReadScan } from './ReadScan';

/**
 * Reads a SARIF file. Each analysis in it, a tool and its category, speaks for itself: a file of one tool says nothing of what another one
 * found.
 *
 * @param options - `most`: suggestions of the whole file
 */
export function readSarifScan(
  content: unknown,
  options: { entityRef: string; most: number },
): ReadScan {
  const { suggestions, leftOut, analyses, problems, ...counts } =
    suggestFromSarif(content, options);
  if (analyses.length === 0) {
    return {
      errors:
        problems.length > 0
          ? problems
          : [
              {
                path: 'runs',
                message: 'must have a run: without any, nothing was looked at',
              },
            ],
    };
  }
  return {
    parts: analyses.map(analysis => {
      const part = { evidence: 'analysis', value: analysisNameOf(analysis) };
      return {
        part,
        suggestions: suggestions.filter(each => isOf(each, part)),
        leftOut,
      };
    }),
    reading: {
      ...counts,
      suggested: suggestions.length,
      leftOut: leftOut.length,
      isComplete: counts.unread === 0 && problems.length === 0,
      problems,
    },
  };
}

function isOf(
  { evidence }: FoundSuggestion,
  { evidence: name, value }: SuggestionPart,
): boolean {
  return evidence.some(
    each => each.type === 'text' && each.name === name && each.value === value,
  );
}
