import type {
  AcceptanceSubject,
  Approver,
  RiskLevel,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What somebody has to decide on. */
export interface ApprovalQuestion {
  subject: AcceptanceSubject;
  /** Refs of the entities that it is about, at least one. */
  entityRefs: readonly string[];
  riskLevel: RiskLevel;
  /** Of a hand-over: the group that is to take over, which decides whatever the rights say. */
  receivingRef?: string;
}

/** Who decides, and how many of them have to agree. */
export interface ApprovalRule {
  /** Groups and people, each once. */
  approvers: Approver[];
  /**
   * Those of the approvers that are asked only because they own what it is about, or are to take it over: everybody in the groups
   * below them speaks for them as well.
   */
  answeringRefs: readonly string[];
  /** Who owns the entities. Nobody of theirs stands in for another approver. */
  ownerRefs: readonly string[];
  /** At least 1. */
  needed: number;
  /**
   * Where the right says that somebody else has to agree as well: of each of these sets of approvers, at least one approval has to
   * come. One person agrees for one set only, so `needed` is at least their number. Absent: any of the approvers will do.
   */
  eachOf?: readonly (readonly string[])[];
}

/**
 * Knows whom the decision rights of the organisation name. It is the one place where approvers come from.
 *
 * Who speaks for a group that decides: those directly in it; where it is asked as the owner or receives, also those of the groups
 * below; where it has nobody of its own, those of the groups below who are neither of an owner nor of a group of whoever asks.
 */
export interface ApproverDirectory {
  /**
   * Where no right says anything: the receiving group of a hand-over; of low and medium risk the owners of the entities; of high and
   * critical risk the groups directly above the owners, or the owners where nothing is above them. Without an owner: the
   * group of the system or domain above, and at last nobody, which leaves the request undecided.
   */
  approversFor(question: ApprovalQuestion): Promise<ApprovalRule>;
}
