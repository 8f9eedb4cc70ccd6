import type {
  AgreementRule,
  RepresentedApprover,
  AcceptanceApproval,
  AcceptanceEvent,
  AcceptanceState,
  AcceptanceSubject,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import type { AcceptanceRecord } from './Acceptances';

/** Somebody who decides, as it is kept: how it is called is the catalog's. */
export interface KeptApprover extends RepresentedApprover {
  rightId: string | null;
}

/** Who decides, as it is kept. */
export interface KeptRule extends AgreementRule {
  approvers: readonly KeptApprover[];
}

/** What one person decided. Instants are epoch milliseconds. */
export interface KeptApproval {
  by: string;
  at: number;
  verdict: AcceptanceApproval['verdict'];
  asRef: string | null;
  note: string | null;
}

/** One step of an acceptance. Instants are epoch milliseconds. */
export interface KeptEvent {
  kind: AcceptanceEvent['kind'];
  at: number;
  by: string | null;
  note: string | null;
  /** Who could decide then; null where nobody was asked. */
  approverRefs: readonly string[] | null;
  approvalsNeeded: number | null;
}

/** An acceptance with all that is known of it. */
export interface KeptAcceptance extends AcceptanceRecord, KeptRule {
  /** ISO day. */
  decideBy: string;
  maximumDays: number | null;
  /** Oldest first. */
  approvals: readonly KeptApproval[];
  /** Oldest first. */
  history: readonly KeptEvent[];
  /** Grows with each event. */
  revision: number;
}

/** What somebody or time does to an acceptance. */
export interface AcceptanceStep {
  /** The state after it, which may be the one before. */
  state: AcceptanceState;
  event: KeptEvent;
  approval?: KeptApproval;
  /** Who decides as the organisation is now. */
  rule?: KeptRule;
}

/** Which acceptances are asked for. */
export interface AcceptanceFilter {
  ids?: readonly string[];
  state?: AcceptanceState;
  subject?: AcceptanceSubject;
  /** Exactly one of these. */
  subjectRefs?: readonly string[];
  /** At least one of these. */
  entityRefs?: readonly string[];
  /** Those with an entity that one of these owns, or a group below those of them that the caller may see. */
  ownerRefs?: readonly string[];
  requestedBy?: string;
  /** Those that one of these has to decide on, named itself. */
  approverRefs?: ReadonlySet<string>;
  /**
   * Those that the approval of a person brings further, who is directly in all of `refs` and may decide about the entities of `of`.
   */
  waitingFor?: { person: string; refs: readonly string[]; of: Visibility };
  /** Those that hold on this ISO day. */
  inForceOn?: string;
  /** With `inForceOn`: also those that are not decided and hold until later than this, epoch milliseconds. */
  urgentAt?: number;
  /** With `inForceOn`: also those that are not decided. */
  orRequested?: boolean;
  /** Those whose last day is in this span of ISO days, both included. */
  expiring?: { from: string; to: string };
}

/** Where an acceptance stands in the list. */
export interface AcceptancePosition {
  key: string;
  id: string;
}

/**
 * Keeps acceptances. One is visible to whoever may see all its entities, of a hand-over the receiving group, and the document of which
 * its subject is a part (`scorecard:default/ready#on-call`), where the catalog has or had one; entities that the catalog no longer has
 * count as they were.
 *
 * Whoever changes one has already made sure that the person may.
 */
export interface AcceptanceStore {
  /**
   * @param visibility - of whoever asks: a request that he may not see is not named to him
   * @throws ConflictError when the same is asked for already
   */
  add(acceptance: KeptAcceptance, visibility: Visibility): Promise<void>;

  get(id: string, visibility: Visibility): Promise<KeptAcceptance | undefined>;

  /** Those to be decided by the day of their decision, then the others, those that changed last first. */
  list(
    filter: AcceptanceFilter,
    visibility: Visibility,
    page: { limit: number; after?: AcceptancePosition },
  ): Promise<{ items: KeptAcceptance[]; total: number }>;

  /**
   * Changes an acceptance, while nobody else does.
   *
   * @param plan - says what is done to it as it is at that moment, undefined for nothing; what it throws, this throws, and nothing
   *   is changed
   * @throws NotFoundError when there is none
   */
  change(
    id: string,
    plan: (current: KeptAcceptance) => AcceptanceStep | undefined,
  ): Promise<KeptAcceptance>;

  /** Keeps who decides now, where that is still open. */
  replaceRule(id: string, rule: KeptRule): Promise<void>;

  /** Ids of those whose day is over, the oldest first. */
  listDue(today: string, limit: number): Promise<string[]>;

  /**
   * Those of whose last event their subject has not heard, the oldest first.
   *
   * @param after - the last one of the page before
   */
  listUntold(
    limit: number,
    after?: Pick<KeptAcceptance, 'id' | 'requestedAt'>,
  ): Promise<KeptAcceptance[]>;

  /** Notes that the subject has heard of a revision; a later one is still untold. */
  markTold(told: Pick<KeptAcceptance, 'id' | 'revision'>): Promise<void>;

  /**
   * Deletes those that ended before an instant, with their history.
   *
   * @returns how many
   */
  deleteEndedBefore(before: number, limit: number): Promise<number>;
}

/** Greater than every instant that there will be, with as many digits. Milliseconds. */
export const LATEST = 9_999_999_999_999;

/** Where an acceptance stands in the list: less is earlier, as text. */
export function positionOf(acceptance: KeptAcceptance): AcceptancePosition {
  const { id, state, decideBy, requestedAt, decidedAt } = acceptance;
  return {
    id,
    key:
      state === 'requested'
        ? `0${decideBy} ${requestedAt}`
        : `1${LATEST - (decidedAt ?? requestedAt)}`,
  };
}

/** An acceptance after a step. */
export function afterStep(
  current: KeptAcceptance,
  { state, event, approval, rule }: AcceptanceStep,
): KeptAcceptance {
  return {
    ...current,
    ...rule,
    ...(state !== current.state && {
      state,
      decidedAt: event.at,
      decidedBy: event.by,
    }),
    approvals: approval ? [...current.approvals, approval] : current.approvals,
    history: [...current.history, event],
    revision: current.revision + 1,
  };
}

/**
 * What a request that would be the second one is refused with.
 *
 * @param id - of the first one; undefined where it may not be seen
 */
export function alreadyAsked(id: string | undefined): string {
  const where = id === undefined ? '' : `, in '${id}'`;
  return `The same is asked for already${where}; it waits for its decision`;
}
