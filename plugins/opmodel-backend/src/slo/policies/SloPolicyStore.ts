import type {
  ConsequenceKind,
  ErrorBudgetPolicySpec,
  PolicySubject,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';

/** What a policy brought about for an objective. Instants are epoch milliseconds. */
export interface Consequence {
  id: string;
  policyRef: string;
  /** Version of the rules by which it began. */
  policyVersion: string;
  sloRef: string;
  objective: number;
  kind: ConsequenceKind;
  /** Share of the budget left from which on it holds. */
  threshold: number;
  /** Share of the budget that was left when it began. */
  remaining: number | null;
  mode: 'shadow' | 'enforced';
  since: number;
  /** Null: it holds. */
  until: number | null;
}

/** A consequence with what its SLO is called, and what that measures. */
export interface NamedConsequence extends Consequence {
  sloTitle: string;
  entityRef: string | null;
}

/** What policies are chosen for, with what is measured. */
export interface MeasuredSubject extends PolicySubject {
  entityRef: string | null;
}

/** Knows what policies apply to, and keeps what they brought about. */
export interface SloPolicyStore {
  /** What SLOs are in, by ref; those that the catalog no longer has are missing. */
  listSubjects(
    sloRefs: readonly string[],
  ): Promise<ReadonlyMap<string, MeasuredSubject>>;

  /** The scopes of one entity, itself included, with its tier. */
  getEntitySubject(entityRef: string): Promise<MeasuredSubject>;

  /** Consequences of SLOs that hold. */
  listHolding(sloRefs: readonly string[]): Promise<Consequence[]>;

  /**
   * Ends consequences and begins others, all or none. What has ended already, and what somebody else has begun meanwhile, stays as it is.
   *
   * @param changes - `ended`: ids
   */
  change(
    changes: { ended: readonly string[]; begun: readonly Consequence[] },
    options: { now: number },
  ): Promise<void>;

  /** Ends what holds for SLOs that the catalog no longer has. */
  endOfRemoved(options: { now: number }): Promise<void>;

  /**
   * Consequences of SLOs that may be seen: those that hold first, then the newest.
   *
   * @param filter - `endedAfter`: also those that ended later, epoch milliseconds; absent: only those that hold
   */
  listConsequences(
    filter: {
      policyRefs?: readonly string[];
      sloRefs?: readonly string[];
      endedAfter?: number;
    },
    visibility: Visibility,
    options: { limit: number },
  ): Promise<NamedConsequence[]>;

  /** How many consequences hold for SLOs that may be seen, by policy. */
  countHolding(
    policyRefs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, number>>;

  /** How many entities that may be seen have an SLO that may be seen too and that a policy applies to. */
  countEntities(
    spec: Pick<ErrorBudgetPolicySpec, 'appliesTo' | 'tiers'>,
    visibility: Visibility,
  ): Promise<number>;

  /** Deletes what ended before an instant. */
  deleteEndedBefore(before: number, limit: number): Promise<number>;
}
