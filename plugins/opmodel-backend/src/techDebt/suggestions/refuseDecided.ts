import { ConflictError } from '@backstage/errors';
import type { KeptSuggestion } from './SuggestionStore';

/** @throws ConflictError where a suggestion was dismissed */
export function refuseDismissed({ id, state }: KeptSuggestion): void {
  if (state.type === 'dismissed') {
    throw new ConflictError(
      `Suggestion '${id}' was dismissed; its dismissal has to be taken back first`,
    );
  }
}

/** @throws ConflictError where a suggestion was promoted */
export function refusePromoted({ id, state }: KeptSuggestion): void {
  if (state.type === 'promoted') {
    throw new ConflictError(`Suggestion '${id}' was promoted to a debt item`);
  }
}
