import { dayOf } from '../calendar/days';
import type { EnvironmentTier } from '../intake/observation';
import { ChangeIndex, type MergedChange } from './ChangeIndex';
import { classifyDeployments } from './classifyDeployments';
import { computeChangeLeadTime } from './computeChangeLeadTime';
import type { DoraProfile } from './doraProfile';
import type { FailureLink, IncidentVerdict, RecoverySample } from './failure';
import type {
  ChangeExclusion,
  ChangeFact,
  DeploymentExclusion,
  DeploymentFact,
  LeadTimeStages,
} from './facts';

/** Whether one deployment counts, and on which day. */
export interface DeploymentVerdict {
  source: string;
  subject: string;
  environmentTier: EnvironmentTier;
  /** When it finished, or started where it has not finished; epoch milliseconds. */
  at: number;
  /** The day of that. */
  day: string;
  finishedAt: number | null;
  exclusion: DeploymentExclusion | null;
  /** It counts, and needed immediate intervention. */
  failed: boolean;
  /** Why it is known to have failed, the most certain reason first; also of one that does not count. */
  failures: FailureLink[];
  /** It counts, was not planned, and was made because of a problem in production. */
  rework: boolean;
  /** It says what it brings. */
  hasChanges: boolean;
}

/** What one carried change contributes to change lead time. */
export interface LeadTimeSample {
  source: string;
  /** Subject of the deployment. */
  deployment: string;
  day: string;
  changeKey: string;
  /** Whole seconds, or null where the change is left out. */
  seconds: number | null;
  stages: LeadTimeStages | null;
  exclusion: ChangeExclusion | null;
}

/** Everything that the DORA numbers of one entity are computed from. */
export interface Delivery {
  deployments: DeploymentVerdict[];
  samples: LeadTimeSample[];
  recoveries: RecoverySample[];
  incidents: IncidentVerdict[];
  /** Days that count for nothing, ascending. */
  excludedDays: string[];
}

/**
 * Computes what one entity delivered: which deployments count, and the change lead time of each change in the first
 * production deployment that carries it.
 *
 * A deployment that lists no changes but names its commit is taken to carry the change of that commit. The outcome does not
 * depend on the order of the facts.
 *
 * @param zone - IANA zone in which days begin
 */
export function computeDelivery(
  facts: {
    deployments: readonly DeploymentFact[];
    changes: readonly ChangeFact[];
  },
  profile: DoraProfile,
  zone: string,
): Delivery {
  const changes = new ChangeIndex(facts.changes);
  const delivered = new Set<string | MergedChange>();
  const verdicts: DeploymentVerdict[] = [];
  const samples: LeadTimeSample[] = [];

  for (const { deployment, exclusion } of classifyDeployments(
    facts.deployments,
    profile,
  )) {
    const at = deployment.finishedAt ?? deployment.startedAt;
    if (at === null) {
      // Announced and nothing more: it belongs to no day yet.
      continue;
    }
    const day = dayOf(at, zone);
    verdicts.push({
      source: deployment.source,
      subject: deployment.subject,
      environmentTier: deployment.environmentTier,
      at,
      day,
      finishedAt: deployment.finishedAt,
      exclusion,
    });
    if (exclusion !== null && exclusion !== 'same_rollout') {
      continue;
    }
    for (const changeKey of carriedKeys(deployment)) {
      const change = changes.find(changeKey);
      // One change may be listed by its commit and by its id: the change itself is what is delivered once.
      const identity = change ?? changeKey;
      const isRepeated = delivered.has(identity);
      delivered.add(identity);
      if (isRepeated && exclusion === 'same_rollout') {
        continue;
      }
      samples.push({
        source: deployment.source,
        deployment: deployment.subject,
        day,
        changeKey,
        ...measure(changeKey, change, deployment, isRepeated),
      });
    }
  }
  return { deployments: verdicts, samples };
}

function carriedKeys(deployment: DeploymentFact): string[] {
  if (deployment.carries.length > 0) {
    return [...new Set(deployment.carries)].sort();
  }
  return deployment.commitSha !== null &&
    deployment.deploymentType !== 'rollback'
    ? [deployment.commitSha]
    : [];
}

function measure(
  changeKey: string,
  change: MergedChange | undefined,
  deployment: DeploymentFact,
  isRepeated: boolean,
): Pick<LeadTimeSample, 'seconds' | 'stages' | 'exclusion'> {
  const excluded = (exclusion: ChangeExclusion) => ({
    seconds: null,
    stages: null,
    exclusion,
  });
  if (isRepeated) {
    return excluded('already_delivered');
  }
  if (deployment.baseline) {
    return excluded('first_deployment');
  }
  if (!change) {
    return excluded('unknown_change');
  }
  // Where each commit of the main line is taken for a deployment, one that was made there directly is both ends of its own
  // span: the zero says nothing of how long anything took.
  if (
    changeKey === deployment.commitSha &&
    change.firstCommitAt === deployment.finishedAt
  ) {
    return excluded('deployment_is_commit');
  }
  return computeChangeLeadTime(change, deployment.finishedAt!);
}
