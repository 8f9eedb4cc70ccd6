import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  AppliedPolicy,
  PolicyConsequence,
  ReleaseGate,
  SloAgreement,
  SloAlert,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';

/** Knows the alerts on the burn of budgets. */
export interface SloAlertReader {
  /**
   * Alerts by SLO and, within, by objective.
   *
   * @param sloRefs - that the caller may see
   */
  listAlerts(
    sloRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<number, SloAlert[]>>>;
}

/** Knows what error budget policies bring about, and what contracts promise. */
export interface SloPolicyReader {
  /**
   * Policies that apply to SLOs with what they bring about for them, each policy once.
   *
   * @param sloRefs - that the caller may see
   */
  listApplied(
    sloRefs: readonly string[],
    visibility: Visibility,
  ): Promise<AppliedPolicy[]>;

  /**
   * The SLOs to which a policy applies, whatever it brings about.
   *
   * @param sloRefs - that the caller may see
   */
  listGoverned(
    sloRefs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlySet<string>>;

  /**
   * What policies bring about for SLOs now, by SLO, the newest first. An SLO for which nothing holds is missing.
   *
   * @param sloRefs - that the caller may see
   */
  listConsequences(
    sloRefs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, PolicyConsequence[]>>;

  /**
   * Agreements beside SLOs, and those with the measured entities that have no SLO.
   *
   * @param subject - that the caller may see
   */
  listAgreements(
    subject: { sloRefs: readonly string[]; entityRefs: readonly string[] },
    visibility: Visibility,
  ): Promise<SloAgreement[]>;
}

/** Says whether a release is allowed, to somebody. */
export interface ReleaseGateReader {
  /**
   * @param options - `keep`: whether the answer is kept, as that to a pipeline is
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws NotAllowedError when the caller may not ask
   */
  getGate(
    request: {
      entityRef: string;
      environment?: string;
      risk: 'low' | 'high';
      keep: boolean;
    },
    credentials: BackstageCredentials,
  ): Promise<ReleaseGate>;
}

/** What stands beside budgets. Each may be absent, where it is not there or switched off. */
export interface SloSurroundings {
  alerts?: SloAlertReader;
  policies?: SloPolicyReader;
  gate?: ReleaseGateReader;
}
