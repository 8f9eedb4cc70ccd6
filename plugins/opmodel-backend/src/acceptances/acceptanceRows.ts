import type {
  AcceptanceState,
  AcceptanceSubject,
  RiskLevel,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  KeptAcceptance,
  KeptApproval,
  KeptApprover,
  KeptEvent,
} from './AcceptanceStore';
import { awaitedRefs } from './standingAgreement';

/** A row of `acceptances` as both databases give it. */
export interface AcceptanceRow {
  id: string;
  subject: AcceptanceSubject;
  subject_ref: string | null;
  title: string;
  risk_level: RiskLevel;
  reason: string;
  compensating_control: string | null;
  receiving_ref: string | null;
  details: string;
  requested_by: string;
  requested_at: number | string;
  decide_by: string;
  expires_on: string | null;
  urgent_until: number | string | null;
  maximum_days: number | null;
  approvals_needed: number;
  each_of: string | null;
  state: AcceptanceState;
  decided_at: number | string | null;
  decided_by: string | null;
  revision: number;
}

/** What hangs on a row, in order. */
export interface AcceptanceParts {
  entityRefs: string[];
  approvers: KeptApprover[];
  approvals: KeptApproval[];
  history: KeptEvent[];
}

/** The row of an acceptance. */
export function toRow(kept: KeptAcceptance): AcceptanceRow {
  return {
    id: kept.id,
    subject: kept.subject,
    subject_ref: kept.subjectRef ?? null,
    title: kept.title,
    risk_level: kept.riskLevel,
    reason: kept.reason,
    compensating_control: kept.compensatingControl ?? null,
    receiving_ref: kept.receivingRef ?? null,
    details: JSON.stringify(kept.details),
    requested_by: kept.requestedBy,
    requested_at: kept.requestedAt,
    decide_by: kept.decideBy,
    urgent_until: kept.urgentUntil ?? null,
    expires_on: kept.expiresOn,
    maximum_days: kept.maximumDays,
    approvals_needed: kept.approvalsNeeded,
    each_of: kept.eachOf && JSON.stringify(kept.eachOf),
    state: kept.state,
    decided_at: kept.decidedAt,
    decided_by: kept.decidedBy,
    revision: kept.revision,
  };
}

/** The acceptance of a row. */
export function toAcceptance(
  row: AcceptanceRow,
  parts: AcceptanceParts,
): KeptAcceptance {
  return {
    id: row.id,
    subject: row.subject,
    subjectRef: row.subject_ref ?? undefined,
    title: row.title,
    riskLevel: row.risk_level,
    reason: row.reason,
    compensatingControl: row.compensating_control ?? undefined,
    receivingRef: row.receiving_ref ?? undefined,
    details: JSON.parse(row.details),
    requestedBy: row.requested_by,
    requestedAt: Number(row.requested_at),
    decideBy: row.decide_by,
    ...(row.urgent_until !== null && {
      urgentUntil: Number(row.urgent_until),
    }),
    expiresOn: row.expires_on,
    maximumDays: row.maximum_days,
    approvalsNeeded: row.approvals_needed,
    eachOf: row.each_of === null ? null : JSON.parse(row.each_of),
    state: row.state,
    decidedAt: row.decided_at === null ? null : Number(row.decided_at),
    decidedBy: row.decided_by,
    revision: row.revision,
    ...parts,
  };
}

/** The rows of those who decide. */
export function approverRows(kept: KeptAcceptance) {
  const awaited = awaitedRefs(kept);
  return kept.approvers.map(
    ({ ref, rightId, belowRefs, exceptRefs }, position) => ({
      acceptance_id: kept.id,
      approver_ref: ref,
      position,
      right_id: rightId,
      below_refs: JSON.stringify(belowRefs),
      except_refs: JSON.stringify(exceptRefs),
      awaited: awaited.has(ref),
    }),
  );
}

/** The row of what somebody decided. */
export function approvalRow(id: string, approval: KeptApproval) {
  const { by, at, verdict, asRef, note } = approval;
  return { acceptance_id: id, by_ref: by, at, verdict, as_ref: asRef, note };
}

/** The row of an event. */
export function eventRow(id: string, position: number, event: KeptEvent) {
  const { kind, at, by, note, approverRefs, approvalsNeeded } = event;
  return {
    acceptance_id: id,
    position,
    kind,
    at,
    by_ref: by,
    note,
    approver_refs: approverRefs && JSON.stringify(approverRefs),
    approvals_needed: approvalsNeeded,
  };
}
