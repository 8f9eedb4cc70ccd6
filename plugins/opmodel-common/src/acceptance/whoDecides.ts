/** Why somebody does not decide. */
export type NotDeciding = 'requester' | 'no_approver' | 'decided_before';

/** Whether somebody decides, and for which of the approvers he may: at least one, in their order. */
export type DecidingRole =
  | { decides: true; asRefs: readonly string[] }
  | { decides: false; why: NotDeciding };

/**
 * Whether a person decides on a request. Whoever asks never does, in whatever group he is; and nobody decides twice, in however
 * many of the approving groups he is.
 *
 * @param request - `approverRefs`: groups and people; `decidedBy`: who has decided so far
 * @param person - `ref`: entity ref of the user; `refs`: those of the user, of the groups that the user is in, and of all groups
 *   above these
 */
export function whoDecides(
  request: {
    approverRefs: readonly string[];
    requestedBy: string;
    decidedBy: readonly string[];
  },
  person: { ref: string; refs: ReadonlySet<string> },
): DecidingRole {
  if (person.ref === request.requestedBy) {
    return { decides: false, why: 'requester' };
  }
  const asRefs = request.approverRefs.filter(
    ref => ref === person.ref || person.refs.has(ref),
  );
  if (asRefs.length === 0) {
    return { decides: false, why: 'no_approver' };
  }
  return request.decidedBy.includes(person.ref)
    ? { decides: false, why: 'decided_before' }
    : { decides: true, asRefs };
}
