import type { ReleaseDecision, ReleaseGateReason } from '../client/SloApi';
import {
  lookAtPolicy,
  type PolicyInForce,
  type PolicyLook,
} from './lookAtPolicy';
import { releaseReason } from './releaseReason';

/** What a release is decided by. */
export interface ReleaseQuestion {
  policies: readonly PolicyInForce[];
  /** Whether it is a risky release. Those of low risk are never frozen, but may need an approval. */
  risk: 'low' | 'high';
  /** Until when somebody broke the glass, epoch milliseconds; null: nobody did. */
  breakGlassUntil: number | null;
  /** Epoch milliseconds. */
  now: number;
}

/** What the gate says, and why. */
export interface ReleaseVerdict {
  decision: ReleaseDecision;
  /** Whether a pipeline may go on: what is unknown is open unless an enforced policy says closed. */
  open: boolean;
  mode: 'none' | 'shadow' | 'enforced';
  /** Whether it is held, or would be if every policy were enforced. */
  wouldHold: boolean;
  reasons: ReleaseGateReason[];
  /** `errorbudgetpolicy:default/payments@3`, of each policy; null without one. */
  ruleVersion: string | null;
  /** When the budgets that hold it begin anew, epoch milliseconds; null: that is not known. */
  until: number | null;
}

/**
 * Whether a release may go on.
 *
 * - `held`: an enforced policy freezes risky releases or requires an approval, and neither an exception nor broken glass lifts that.
 * - `unknown`: nothing holds it, and of a budget that a policy looks at nothing is known now, or there is none to look at. It is open unless
 *   an enforced policy says closed. A budget that was spent when it was measured last goes on to hold.
 * - `allowed`: anything else, also where a policy in shadow mode would have held it: then it says so.
 */
export function decideRelease(question: ReleaseQuestion): ReleaseVerdict {
  const { policies, now, breakGlassUntil } = question;
  const isGlassBroken = breakGlassUntil !== null && breakGlassUntil > now;
  const looks = policies.map(inForce => lookAtPolicy(inForce, question));
  const isEnforced = ({ inForce }: PolicyLook) =>
    inForce.policy.spec.mode === 'enforced';
  const holding = looks.filter(({ isHeld }) => isHeld);
  const isHeld = !isGlassBroken && holding.some(isEnforced);
  const unknown = looks.filter(({ isUnknown }) => isUnknown);
  const isClosed = ({ inForce }: PolicyLook) =>
    inForce.policy.spec.closedWhenUnknown;
  const isClosedUnknown =
    !isGlassBroken && unknown.some(of => isEnforced(of) && isClosed(of));

  return {
    decision: decisionOf(isHeld, unknown.length > 0),
    open: !isHeld && !isClosedUnknown,
    mode: modeOf(policies),
    wouldHold: holding.length > 0 || unknown.some(isClosed),
    reasons: [
      ...(isGlassBroken
        ? [
            releaseReason('break_glass', null, null, {
              until: new Date(breakGlassUntil).toISOString(),
            }),
          ]
        : []),
      ...(policies.length === 0
        ? [releaseReason('no_policy', null, null)]
        : []),
      ...looks.flatMap(({ reasons }) => reasons),
    ],
    ruleVersion: ruleVersionOf(policies),
    until: isHeld ? untilOf(holding.filter(isEnforced)) : null,
  };
}

function decisionOf(isHeld: boolean, isUnknown: boolean): ReleaseDecision {
  if (isHeld) {
    return 'held';
  }
  return isUnknown ? 'unknown' : 'allowed';
}

function modeOf(policies: readonly PolicyInForce[]): ReleaseVerdict['mode'] {
  if (policies.length === 0) {
    return 'none';
  }
  return policies.some(({ policy }) => policy.spec.mode === 'enforced')
    ? 'enforced'
    : 'shadow';
}

function ruleVersionOf(policies: readonly PolicyInForce[]): string | null {
  const versions = policies.map(
    ({ policy: { ref, spec } }) => `${ref}@${spec.version}`,
  );
  return versions.length === 0 ? null : [...new Set(versions)].sort().join(' ');
}

/** Only once the last of them begins anew it is worth to ask again. */
function untilOf(looks: readonly PolicyLook[]): number | null {
  const ends = looks.flatMap(({ holds }) =>
    holds.map(({ budget }) => budget.windowEndsAt),
  );
  return ends.some(end => end === null)
    ? null
    : Math.max(...ends.map(end => end!));
}
