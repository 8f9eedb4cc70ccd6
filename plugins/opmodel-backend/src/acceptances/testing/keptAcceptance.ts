import { scanTime } from '../../testing/catalog';
import type { KeptAcceptance, KeptApprover } from '../AcceptanceStore';

/** An approver by a ref alone, or with what else is said. */
export function keptApprover(
  ref: string,
  rightId: string | null = null,
  rest: Partial<KeptApprover> = {},
): KeptApprover {
  return { ref, rightId, belowRefs: [], exceptRefs: [], ...rest };
}

let ids = 0;

/** A request to excuse `component:default/checkout` from a check, each with an id of its own, a millisecond after the one before. */
export function keptAcceptance(
  overrides: Partial<KeptAcceptance> = {},
): KeptAcceptance {
  ids += 1;
  const {
    requestedAt = scanTime + ids,
    requestedBy = 'user:default/ada',
    approvers = [keptApprover('group:default/shop')],
  } = overrides;
  return {
    id: `acceptance-${String(ids).padStart(4, '0')}`,
    subject: 'check',
    subjectRef: `check-${ids}`,
    title: `Acceptance ${ids} – ä 😀`,
    entityRefs: ['component:default/checkout'],
    riskLevel: 'low',
    reason: 'The old database has no such option',
    compensatingControl: undefined,
    receivingRef: undefined,
    details: { count: 2, text: 'a', nothing: null },
    requestedBy,
    requestedAt,
    decideBy: '2026-11-20',
    expiresOn: '2027-02-01',
    maximumDays: 180,
    approvers,
    approvalsNeeded: 1,
    eachOf: null,
    approvals: [],
    state: 'requested',
    decidedAt: null,
    decidedBy: null,
    history: [
      {
        kind: 'requested',
        at: requestedAt,
        by: requestedBy,
        note: null,
        approverRefs: ['group:default/shop'],
        approvalsNeeded: 1,
      },
    ],
    revision: 1,
    ...overrides,
  };
}
