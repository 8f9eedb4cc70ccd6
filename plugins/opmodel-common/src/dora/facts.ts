import type { DeploymentResult, EnvironmentTier } from '../intake/observation';

/** A deployment of one entity as it is known now. Instants are epoch milliseconds. */
export interface DeploymentFact {
  source: string;
  subject: string;
  environment: string | null;
  environmentTier: EnvironmentTier;
  startedAt: number | null;
  finishedAt: number | null;
  result: DeploymentResult | null;
  deploymentType: 'deploy' | 'rollback';
  version: string | null;
  commitSha: string | null;
  /** First known deployment of a history that began before it was recorded. */
  baseline: boolean;
  withdrawn: boolean;
  /** Commit SHAs or change ids that it brings to its environment. */
  carries: readonly string[];
}

/** A change of one entity as it is known now. Instants are epoch milliseconds. */
export interface ChangeFact {
  source: string;
  subject: string;
  commitSha: string | null;
  firstCommitAt: number | null;
  openedAt: number | null;
  firstReviewAt: number | null;
  mergedAt: number | null;
  withdrawn: boolean;
}

/** Why a deployment does not count. */
export type DeploymentExclusion =
  | 'withdrawn'
  | 'not_production'
  | 'not_finished'
  | 'not_successful'
  | 'same_rollout';

/** Why a change that a counted deployment carries gives no sample of change lead time. */
export type ChangeExclusion =
  | 'already_delivered'
  | 'first_deployment'
  | 'unknown_change'
  | 'no_commit_time'
  | 'deployment_is_commit'
  | 'negative_span';

/** The parts of change lead time, in whole seconds; null where the source does not know both ends. */
export interface LeadTimeStages {
  /** First commit to opened for review. */
  coding: number | null;
  /** Opened to first review. */
  pickup: number | null;
  /** First review to merged. */
  review: number | null;
  /** First commit to merged: coding, pickup and review together. */
  commitToMerge: number | null;
  /** Merged to deployed in production. */
  mergeToDeploy: number | null;
}
