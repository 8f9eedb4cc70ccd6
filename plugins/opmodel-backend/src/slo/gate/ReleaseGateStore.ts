import type {
  ReleaseDecision,
  ReleaseGateReason,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';

/** What the gate answered. `at` is epoch milliseconds. */
export interface GateDecision {
  id: string;
  entityRef: string;
  at: number;
  decision: ReleaseDecision;
  mode: 'none' | 'shadow' | 'enforced';
  wouldHold: boolean;
  reference: string | null;
  environment: string | null;
  reasons: ReleaseGateReason[];
  ruleVersion: string | null;
}

/** What the gate answered by a policy. */
export interface PolicyDecision
  extends Pick<
    GateDecision,
    'id' | 'entityRef' | 'at' | 'reference' | 'environment'
  > {
  /** Whether the policy held the release, or would have. */
  holds: boolean;
}

/** A release that is held, with whose it is. */
export interface HeldRelease extends GateDecision {
  entityTitle: string;
  ownerRef: string | null;
}

/** Keeps what the gate answered. */
export interface ReleaseGateStore {
  /** The SLOs that measure an entity, by ref. Those whose documents may not be seen are decided by as well. */
  listSloRefs(entityRef: string): Promise<string[]>;

  /** @param policies - by which it was decided, with whether they hold the release */
  add(
    decision: GateDecision,
    policies: ReadonlyMap<string, boolean>,
  ): Promise<void>;

  /** What was answered for an entity that may be seen, newest first. */
  list(
    filter: { entityRef: string; decision?: ReleaseDecision },
    visibility: Visibility,
    page: { limit: number; after?: { at: number; id: string } },
  ): Promise<{ items: GateDecision[]; total: number }>;

  /** What was answered by a policy for entities that may be seen, newest first. */
  listOfPolicy(
    policyRef: string,
    span: { from: number; to: number },
    visibility: Visibility,
    options: { limit: number },
  ): Promise<PolicyDecision[]>;

  /**
   * Entities that may be seen whose newest answer since an instant is that the release is held.
   *
   * @param selection - `owners`: only what these and the groups below them own; absent: all
   */
  listHeld(
    selection: { owners?: string[]; visibility: Visibility },
    since: number,
  ): Promise<HeldRelease[]>;

  /** Deletes what was answered before an instant. */
  deleteBefore(before: number, limit: number): Promise<number>;
}
