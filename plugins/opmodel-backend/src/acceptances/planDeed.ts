import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  bestAgreement,
  deedOfTime,
  isAgreed,
  nextAcceptanceState,
  whoDecides,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  AcceptanceStep,
  KeptAcceptance,
  KeptRule,
} from './AcceptanceStore';
import { approvedAs } from './standingAgreement';

/** What somebody wants to do to an acceptance. */
export interface Deed {
  kind: 'approve' | 'deny' | 'withdraw' | 'revoke';
  person: string;
  /** Refs of the person, and of the groups that the person is directly in. */
  refs: ReadonlySet<string>;
  note: string | null;
  /** Epoch milliseconds. */
  now: number;
  /** ISO day. */
  today: string;
  /** Who decides as the organisation is now; absent where nobody has to be asked. */
  rule?: KeptRule;
}

const verdicts = {
  approve: 'approved',
  deny: 'denied',
  withdraw: 'withdrawn',
  revoke: 'revoked',
} as const;

/**
 * What a deed makes of an acceptance as it is at that moment.
 *
 * @throws ConflictError that says what became of it, where it comes too late
 * @throws NotAllowedError where the person does not decide
 */
export function planDeed(current: KeptAcceptance, deed: Deed): AcceptanceStep {
  const { kind, person, note, now, rule } = deed;
  const next = nextAcceptanceState(current.state, kind);
  if (next === undefined || isOver(current, deed)) {
    throw new ConflictError(tellOf(current, deed));
  }
  const event = {
    kind: verdicts[kind],
    at: now,
    by: person,
    note,
    approverRefs: rule ? rule.approvers.map(({ ref }) => ref) : null,
    approvalsNeeded: rule?.approvalsNeeded ?? null,
  };
  if (kind !== 'approve' && kind !== 'deny') {
    return { state: next, event };
  }
  const asRefs = requireDecider(current, deed);
  const agreed = approvedAs(current, rule!);
  // Where enough agree already, whoever comes next closes it.
  const asRef =
    kind === 'deny' || isAgreed(rule!, agreed)
      ? asRefs[0]
      : bestAgreement(rule!, agreed, asRefs);
  if (asRef === undefined) {
    throw new ConflictError(
      `Somebody of ${asRefs.join(', ')} has approved '${
        current.id
      }' already; it waits for the other approvers`,
    );
  }
  const approval = {
    by: person,
    at: now,
    verdict: verdicts[kind] as 'approved' | 'denied',
    asRef,
    note,
  };
  const isLast = kind === 'deny' || isAgreed(rule!, [...agreed, asRef]);
  return { state: isLast ? next : current.state, event, approval, rule };
}

function requireDecider(
  { id, requestedBy, approvals }: KeptAcceptance,
  { person, refs, rule }: Deed,
): readonly string[] {
  const role = whoDecides(
    {
      approvers: rule!.approvers,
      requestedBy,
      decidedBy: approvals.map(({ by }) => by),
    },
    { ref: person, refs },
  );
  if (role.decides) {
    return role.asRefs;
  }
  switch (role.why) {
    case 'requester':
      throw new NotAllowedError(
        'Nobody decides on what he has asked for himself; withdraw it, or let another of the approvers decide',
      );
    case 'decided_before':
      throw new ConflictError(
        `${person} has decided on '${id}' already; it waits for somebody else`,
      );
    default:
      throw new NotAllowedError(
        `${person} is none of the approvers of '${id}', and in none of their groups`,
      );
  }
}

function isOver(current: KeptAcceptance, { today }: Deed): boolean {
  return deedOfTime(current.state, current, today) !== undefined;
}

function tellOf(current: KeptAcceptance, deed: Deed): string {
  const { id, state, decideBy, expiresOn, decidedBy } = current;
  if (isOver(current, deed)) {
    return state === 'requested'
      ? `Nobody decided on '${id}' by ${decideBy}; ask anew`
      : `'${id}' held until ${expiresOn} and has ended`;
  }
  const by = decidedBy === null ? '' : ` by ${decidedBy}`;
  return `It cannot be ${
    verdicts[deed.kind]
  }: '${id}' is ${state}${by} since then`;
}
