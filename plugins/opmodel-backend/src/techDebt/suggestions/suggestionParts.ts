import type { FoundSuggestion } from '@opmodel/backstage-plugin-opmodel-common';
import type { SuggestionPart } from '@opmodel/backstage-plugin-opmodel-node';

/** Names a part among those of a source; empty: all of it. */
export function keyOfPart(part: SuggestionPart | undefined): string {
  return part ? JSON.stringify([part.evidence, part.value]) : '';
}

/** Whether a suggestion is of a part; all are of a source as a whole. */
export function isOfPart(
  { evidence }: Pick<FoundSuggestion, 'evidence'>,
  part: SuggestionPart | undefined,
): boolean {
  return (
    part === undefined ||
    evidence.some(
      each =>
        each.type === 'text' &&
        each.name === part.evidence &&
        each.value === part.value,
    )
  );
}
