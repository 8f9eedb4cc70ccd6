/** Whose agreement something takes. */
export interface AgreementRule {
  /** At least 1. */
  approvalsNeeded: number;
  /** Sets of approvers of each of which somebody has to agree; null: any of the approvers will do. */
  eachOf: readonly (readonly string[])[] | null;
}

/**
 * Of how many of the sets somebody agrees, where each person speaks for one set alone: the greatest number of sets to which different
 * people can be given (a maximum bipartite matching, found by augmenting paths).
 *
 * @param approvedAs - of each person who agrees the approver for whom he does; the same approver may be there for several people
 */
export function countAgreedSets(
  eachOf: readonly (readonly string[])[],
  approvedAs: readonly string[],
): number {
  /** By the position of the person, the position of the set. */
  const given = new Map<number, number>();
  const find = (set: number, tried: Set<number>): boolean => {
    for (const [person, ref] of approvedAs.entries()) {
      if (eachOf[set].includes(ref) && !tried.has(person)) {
        tried.add(person);
        const other = given.get(person);
        if (other === undefined || find(other, tried)) {
          given.set(person, set);
          return true;
        }
      }
    }
    return false;
  };
  return eachOf.filter((_, set) => find(set, new Set())).length;
}

/** Whether enough people agree, and of each set somebody. */
export function isAgreed(
  { approvalsNeeded, eachOf }: AgreementRule,
  approvedAs: readonly string[],
): boolean {
  return (
    approvedAs.length >= approvalsNeeded &&
    (eachOf === null || countAgreedSets(eachOf, approvedAs) === eachOf.length)
  );
}

/**
 * For which of the approvers that a person is in he agrees best: one of a set of which nobody has agreed.
 *
 * @param refs - approvers that the person is in, at least one
 * @returns undefined where his agreement brings the request no further
 */
export function bestAgreement(
  { approvalsNeeded, eachOf }: AgreementRule,
  approvedAs: readonly string[],
  refs: readonly string[],
): string | undefined {
  if (eachOf === null) {
    return refs[0];
  }
  const agreed = countAgreedSets(eachOf, approvedAs);
  const helps = refs.find(
    ref => countAgreedSets(eachOf, [...approvedAs, ref]) > agreed,
  );
  // More people may be needed than there are sets.
  return (
    helps ??
    (approvedAs.length - agreed < approvalsNeeded - eachOf.length
      ? refs[0]
      : undefined)
  );
}
