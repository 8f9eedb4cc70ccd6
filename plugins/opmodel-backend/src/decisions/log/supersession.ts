import { ConflictError, InputError } from '@backstage/errors';
import type { DecisionStatus } from '@opmodel/backstage-plugin-opmodel-common';
import type { DecisionRecord } from './DecisionStore';

/** Where a decision may go from where it stands. `superseded` is never chosen: it follows from the decision that replaces it. */
const next: Record<DecisionStatus, readonly DecisionStatus[]> = {
  proposed: ['accepted', 'rejected'],
  accepted: [],
  rejected: ['proposed'],
  superseded: [],
};

/**
 * Refuses a status that does not follow.
 *
 * @param before - undefined: the decision is new
 * @throws InputError that names the field
 */
export function refuseStatus(
  before: DecisionStatus | undefined,
  after: DecisionStatus,
): void {
  if (before === undefined ? after !== 'superseded' : before === after) {
    return;
  }
  const choices = before === undefined ? [] : next[before];
  if (!choices.includes(after)) {
    throw new InputError(
      after === 'superseded'
        ? `'status' must not be superseded: enter the decision that replaces this one, with its id in 'supersedes'`
        : `'status' must stay ${before}${choices
            .map(choice => ` or become ${choice}`)
            .join(
              '',
            )}, got '${after}'. What is decided ends by a decision that supersedes it`,
    );
  }
}

/** What the decision that is replaced has to do with it. */
export interface Supersession {
  /** As it was; undefined: the decision is new. */
  before: DecisionRecord | undefined;
  after: DecisionRecord;
  /** The decision that `before` supersedes, and the one that `after` does, where there is one. */
  former: DecisionRecord | undefined;
  target: DecisionRecord | undefined;
}

/**
 * The other decisions that change with a decision, so that `supersedes` and `supersededBy` always say the same: what it replaces is
 * superseded as soon as it is accepted, and back in force once it replaces something else.
 *
 * @returns as they are to be kept, of the next version
 * @throws InputError when what it supersedes cannot be superseded
 * @throws ConflictError when another decision supersedes it already
 */
export function planSupersession({
  before,
  after,
  former,
  target,
}: Supersession): DecisionRecord[] {
  if (
    before?.status === 'superseded' &&
    before.supersedes !== after.supersedes
  ) {
    throw new InputError(
      `'supersedes' must stay as it is: this decision was itself superseded`,
    );
  }
  const changed = {
    updatedBy: after.updatedBy ?? after.createdBy,
    updatedAt: after.updatedAt ?? after.createdAt,
  };
  const others: DecisionRecord[] = [];
  if (former && former.id !== target?.id && former.supersededBy === after.id) {
    others.push({
      ...former,
      ...changed,
      status: 'accepted',
      supersededBy: null,
      version: former.version + 1,
    });
  }
  if (target && target.supersededBy !== after.id) {
    refuseTarget(target);
    if (after.status === 'accepted') {
      others.push({
        ...target,
        ...changed,
        status: 'superseded',
        supersededBy: after.id,
        version: target.version + 1,
      });
    }
  }
  return others;
}

function refuseTarget({ status, supersededBy }: DecisionRecord): void {
  if (supersededBy !== null) {
    throw new ConflictError(
      `'supersedes' names a decision that another one supersedes already`,
    );
  }
  if (status !== 'accepted') {
    throw new InputError(
      `'supersedes' must be an accepted decision, and this one is ${status}`,
    );
  }
}
