import { ConflictError } from '@backstage/errors';
import type { DisputeLimits, OpenedDispute } from './DisputeStore';

/**
 * Refuses a dispute that would be one too many.
 *
 * @param open - how many are open now, and the id of one that the person has opened of the same number
 * @throws ConflictError that says what to do first
 */
export function refuseDispute(
  { openedBy, scopeRef }: OpenedDispute,
  open: { ofPerson: number; ofScope: number; same: string | undefined },
  limits: DisputeLimits,
): void {
  if (open.same !== undefined) {
    throw new ConflictError(
      `${openedBy} disputes this number already, in '${open.same}'; it is open`,
    );
  }
  if (open.ofPerson >= limits.ofPerson) {
    throw new ConflictError(
      `${openedBy} has ${open.ofPerson} open disputes, which is as many as a person may have; withdraw one or wait for an answer`,
    );
  }
  if (open.ofScope >= limits.ofScope) {
    throw new ConflictError(
      `'${scopeRef}' has ${open.ofScope} open disputes, which is as many as it may have; they must be answered first`,
    );
  }
}
