import type { WorkingCalendar } from '../calendar/WorkingCalendar';
import { listCarriedChanges, type CarriedChange } from './carriedChanges';
import type { ChangeIndex, MergedChange } from './ChangeIndex';
import type { ClassifiedDeployment } from './classifyDeployments';
import {
  clockStartOf,
  computeChangeLeadTime,
  type ChangeInstants,
  type ChangeLeadTime,
} from './computeChangeLeadTime';
import type { LeadTimeDefinition } from './doraProfile';
import type {
  ChangeExclusion,
  CommitFact,
  DeploymentFact,
  LeadTimeStages,
} from './facts';

/** What one carried change contributes to change lead time. */
export interface LeadTimeSample {
  source: string;
  /** Subject of the deployment. */
  deployment: string;
  day: string;
  /** Name of the environment it was deployed to; null where the deployment names none. */
  environment: string | null;
  /** The name by which the deployment lists the change; the commit where a definition takes each commit. */
  changeKey: string;
  /** Whole seconds, or null where the change is left out. */
  seconds: number | null;
  stages: LeadTimeStages | null;
  exclusion: ChangeExclusion | null;
}

/** What has been delivered, and where a definition asks for it, into which environment. */
class Deliveries {
  readonly #delivered = new Map<MergedChange | string, Set<string>>();
  readonly #repeats: LeadTimeDefinition['repeats'];

  constructor({ repeats }: LeadTimeDefinition) {
    this.#repeats = repeats;
  }

  /** Takes note of a delivery, and says whether the definition knows it already. */
  add(identity: MergedChange | string, environment: string): boolean {
    if (this.#repeats === 'count') {
      return false;
    }
    const place = this.#repeats === 'leave_out' ? '' : environment;
    const places = this.#delivered.get(identity);
    if (places === undefined) {
      this.#delivered.set(identity, new Set([place]));
      return false;
    }
    const isRepeated = places.has(place);
    places.add(place);
    return isRepeated;
  }
}

/**
 * Change lead time of each change in the production deployment that brings it.
 *
 * @param deployments - in the order in which they finished
 * @param dayOfInstant - the day of an instant in the configured zone
 * @param isExcludedDay - whether a day counts for nothing
 * @param workingTime - counts only what lies on working days; absent: all time counts
 */
export function computeLeadTimes(
  deployments: readonly ClassifiedDeployment<DeploymentFact>[],
  changes: ChangeIndex,
  definition: LeadTimeDefinition,
  dayOfInstant: (instant: number) => string,
  isExcludedDay: (day: string) => boolean,
  workingTime?: WorkingCalendar,
): LeadTimeSample[] {
  const samples: LeadTimeSample[] = [];
  const delivered = new Deliveries(definition);
  const environments = new Set<string>();
  for (const { deployment, exclusion, reachedProduction } of deployments) {
    if (!reachedProduction) {
      continue;
    }
    const environment = deployment.environment ?? '';
    const isFirst = !environments.has(environment);
    environments.add(environment);
    const day = dayOfInstant(deployment.finishedAt!);
    const leftOut = excludeAll(deployment, definition, {
      isFirst,
      isExcludedDay: isExcludedDay(day),
    });
    for (const carried of listCarriedChanges(
      deployment,
      changes,
      definition.unit,
    )) {
      const isRepeated = delivered.add(carried.identity, environment);
      if (isRepeated && exclusion === 'same_rollout') {
        continue;
      }
      samples.push({
        source: deployment.source,
        deployment: deployment.subject,
        day,
        environment: deployment.environment,
        changeKey: carried.key,
        ...measure(carried, deployment, definition, {
          leftOut: isRepeated ? 'already_delivered' : leftOut,
          workingTime,
        }),
      });
    }
  }
  return samples;
}

/** Why nothing that a deployment brings is a sample. */
function excludeAll(
  deployment: DeploymentFact,
  { firstDeployment }: LeadTimeDefinition,
  { isFirst, isExcludedDay }: { isFirst: boolean; isExcludedDay: boolean },
): ChangeExclusion | null {
  if (isExcludedDay) {
    return 'excluded_period';
  }
  const isLeftOut =
    (firstDeployment === 'leave_out_baseline' && deployment.baseline) ||
    (firstDeployment === 'leave_out' && (isFirst || deployment.baseline));
  return isLeftOut ? 'first_deployment' : null;
}

function measure(
  { key, change, commit }: CarriedChange,
  deployment: DeploymentFact,
  definition: LeadTimeDefinition,
  {
    leftOut,
    workingTime,
  }: { leftOut: ChangeExclusion | null; workingTime?: WorkingCalendar },
): ChangeLeadTime {
  const excluded = (exclusion: ChangeExclusion): ChangeLeadTime => ({
    seconds: null,
    stages: null,
    exclusion,
  });
  if (leftOut !== null) {
    return excluded(leftOut);
  }
  if (!change) {
    return excluded('unknown_change');
  }
  if (definition.unit === 'merge_request' && change.openedAt === null) {
    return excluded('not_requested');
  }
  const instants: ChangeInstants = {
    firstCommitAt: commitTime(change, commit, definition),
    openedAt: change.openedAt,
    firstReviewAt: change.firstReviewAt,
    mergedAt: change.mergedAt,
  };
  // Where each commit of the main line is taken for a deployment, one that was made there directly is both ends of its own
  // span: the zero says nothing of how long anything took.
  if (
    key === deployment.commitSha &&
    clockStartOf(instants, definition) === deployment.finishedAt
  ) {
    return excluded('deployment_is_commit');
  }
  return computeChangeLeadTime(
    instants,
    deployment.finishedAt!,
    definition,
    workingTime,
  );
}

/** When the work that counts began: that of one commit, or the first of the change. */
function commitTime(
  change: MergedChange,
  commit: CommitFact | null,
  definition: LeadTimeDefinition,
): number | null {
  const times =
    commit === null
      ? {
          earliest: change.firstKnownAt,
          committed: change.firstCommittedAt,
          authored: change.firstAuthoredAt,
        }
      : timesOf(commit);
  return times[definition.commitTime];
}

/** The times of one commit; one that is not known is taken from the other. */
function timesOf({
  authoredAt,
  committedAt,
}: CommitFact): Record<LeadTimeDefinition['commitTime'], number | null> {
  const committed = committedAt ?? authoredAt;
  const authored = authoredAt ?? committedAt;
  return {
    earliest:
      committed === null || authored === null
        ? null
        : Math.min(committed, authored),
    committed,
    authored,
  };
}
