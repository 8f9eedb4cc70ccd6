import type {
  ConsequenceKind,
  PolicyApproval,
  PolicyThreshold,
} from '../client/SloApi';
import type { SloDuration } from '../slo/sloDefinition';

/** What a policy brings about, the mildest first. */
export const consequenceKinds: readonly ConsequenceKind[] = [
  'attention',
  'debt',
  'freeze_risky_releases',
  'require_approval',
];

/** Whose approvals a policy needs before people rely on it. */
export const policyApprovalRoles: readonly PolicyApproval['role'][] = [
  'reliability',
  'product',
];

/** `spec` of kind `ErrorBudgetPolicy`: what an organisation does when a budget runs out. */
export interface ErrorBudgetPolicySpec {
  /** Ref of the group or user who keeps it; null: nobody is named. */
  owner: string | null;
  /**
   * Refs of SLOs, components, systems, domains and groups; it holds for everything in a system or domain, and for everything that a
   * group or one below it owns. Empty: for the organisation.
   */
  appliesTo: string[];
  /** Tiers to which it is limited; empty: all. */
  tiers: string[];
  /** The first that holds comes first: that with the most of the budget left. */
  thresholds: PolicyThreshold[];
  /** One for each role that the document names. */
  approvals: PolicyApproval[];
  /** `shadow`: it tells what it would do, and holds nothing. */
  mode: 'shadow' | 'enforced';
  /** Whether a release is held where nothing is known of a budget. */
  closedWhenUnknown: boolean;
  /** Which version of the rules it is; kept with what is decided by it. */
  version: string;
}

/** What a customer was promised. */
export interface AgreedObjective {
  title: string | null;
  /** Ref of the SLO that stands beside it; null: none is named. */
  slo: string | null;
  /** 0 to 1. */
  target: number;
  /** Over which time it is counted; null: it does not say. */
  period: SloDuration | null;
  /** What follows where it is missed, in words. */
  penalty: string | null;
}

/** `spec` of kind `ServiceLevelAgreement`: a contract on service levels. */
export interface ServiceLevelAgreementSpec {
  owner: string | null;
  /** Refs of what it is about: components, systems, domains. */
  appliesTo: string[];
  /** With whom, in words or as a ref. */
  customer: string | null;
  objectives: AgreedObjective[];
  /** ISO days, both included; null: from ever, for ever. */
  validFrom: string | null;
  validUntil: string | null;
  url: string | null;
}
