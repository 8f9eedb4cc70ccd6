/** Why somebody does not decide. */
export type NotDeciding = 'requester' | 'no_approver' | 'decided_before';

/** Whether somebody decides, and for which of the approvers he may: at least one, in their order. */
export type DecidingRole =
  | { decides: true; asRefs: readonly string[] }
  | { decides: false; why: NotDeciding };

/** A group or a person who decides, and who speaks for it. A group's own members always do. */
export interface RepresentedApprover {
  ref: string;
  /** Groups below it whose members speak for it as well. */
  belowRefs: readonly string[];
  /** Groups and people who do not speak for it through one of `belowRefs`. */
  exceptRefs: readonly string[];
}

/**
 * Whether a person speaks for an approver.
 *
 * @param refs - of the user, and of the groups that the user is directly in
 */
export function speaksFor(
  { ref, belowRefs, exceptRefs }: RepresentedApprover,
  refs: ReadonlySet<string>,
): boolean {
  return (
    refs.has(ref) ||
    (belowRefs.some(below => refs.has(below)) &&
      !exceptRefs.some(except => refs.has(except)))
  );
}

/**
 * Whether a person decides on a request. Whoever asks never does, in whatever group he is; and nobody decides twice, in however
 * many of the approving groups he is.
 *
 * @param request - `approvers`: groups and people; `decidedBy`: who has decided so far
 * @param person - `ref`: entity ref of the user; `refs`: those of the user and of the groups that the user is directly in
 */
export function whoDecides(
  request: {
    approvers: readonly RepresentedApprover[];
    requestedBy: string;
    decidedBy: readonly string[];
  },
  person: { ref: string; refs: ReadonlySet<string> },
): DecidingRole {
  if (person.ref === request.requestedBy) {
    return { decides: false, why: 'requester' };
  }
  const refs = new Set([person.ref, ...person.refs]);
  const asRefs = request.approvers
    .filter(approver => speaksFor(approver, refs))
    .map(({ ref }) => ref);
  if (asRefs.length === 0) {
    return { decides: false, why: 'no_approver' };
  }
  return request.decidedBy.includes(person.ref)
    ? { decides: false, why: 'decided_before' }
    : { decides: true, asRefs };
}
