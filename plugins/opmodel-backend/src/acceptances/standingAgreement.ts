import {
  bestAgreement,
  deedOfTime,
  isAgreed,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  AcceptanceStep,
  KeptAcceptance,
  KeptRule,
} from './AcceptanceStore';

/** For whom people approved who would decide by a rule as well, once for each person. */
export function approvedAs(
  { approvals }: Pick<KeptAcceptance, 'approvals'>,
  { approvers }: Pick<KeptRule, 'approvers'>,
): string[] {
  return approvals.flatMap(({ verdict, asRef }) =>
    verdict === 'approved' &&
    asRef !== null &&
    approvers.some(({ ref }) => ref === asRef)
      ? [asRef]
      : [],
  );
}

/** The approvers whose approval brings a request further. */
export function awaitedRefs(
  kept: KeptRule & Pick<KeptAcceptance, 'approvals'>,
): ReadonlySet<string> {
  const agreed = approvedAs(kept, kept);
  return new Set(
    kept.approvers
      .map(({ ref }) => ref)
      .filter(ref => bestAgreement(kept, agreed, [ref]) !== undefined),
  );
}

/**
 * What the organisation has made of a request: where fewer have to agree than before, those who have may be enough.
 *
 * @param rule - who decides as the organisation is now
 * @returns undefined while somebody else has to agree, and where it is no longer open
 */
export function stepOfAgreement(
  kept: KeptAcceptance,
  rule: KeptRule,
  { today, now }: { today: string; now: number },
): AcceptanceStep | undefined {
  if (
    kept.state !== 'requested' ||
    deedOfTime(kept.state, kept, today) !== undefined ||
    !isAgreed(rule, approvedAs(kept, rule))
  ) {
    return undefined;
  }
  return {
    state: 'approved',
    event: {
      kind: 'approved',
      at: now,
      by: null,
      note: null,
      approverRefs: rule.approvers.map(({ ref }) => ref),
      approvalsNeeded: rule.approvalsNeeded,
    },
    rule,
  };
}
