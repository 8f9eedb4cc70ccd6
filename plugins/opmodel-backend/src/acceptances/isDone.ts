import type { AcceptanceInput } from './Acceptances';

/**
 * Whether what is asked for is done once it is approved, so that only its opposite undoes it: a hand-over. Whatever else has no end, such as
 * a correction of an error budget, holds until somebody revokes it.
 */
export function isDone({
  receivingRef,
}: Pick<AcceptanceInput, 'receivingRef'>): boolean {
  return receivingRef !== undefined;
}
