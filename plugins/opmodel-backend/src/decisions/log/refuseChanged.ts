import { ConflictError } from '@backstage/errors';
import type { DecisionRecord } from './DecisionStore';

/**
 * Refuses to change what somebody else has changed in the meantime.
 *
 * @param current - undefined: it is not there at all
 * @throws ConflictError that says who changed it
 */
export function refuseChanged(
  id: string,
  current:
    | Pick<DecisionRecord, 'version' | 'updatedBy' | 'updatedAt' | 'createdBy'>
    | undefined,
  expected: number,
): void {
  if (current?.version !== expected) {
    const { updatedBy, createdBy, updatedAt } = current ?? {};
    const at = updatedAt ? ` at ${new Date(updatedAt).toISOString()}` : '';
    throw new ConflictError(
      `Decision '${id}' was changed in the meantime by ${
        updatedBy ?? createdBy ?? 'somebody'
      }${at}: 'version' is ${
        current?.version ?? 'none'
      }, not ${expected}. Read it again before you change it`,
    );
  }
}
