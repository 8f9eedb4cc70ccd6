import { drawCommits } from '../history/drawCommits';
import type { Change } from '../history/facts';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import { addressOfChange, repositoryUrl } from './addressing';
import { cloudEvent, type CdEventType, type CloudEvent } from './cloudEvent';
import { isoInstants } from './instants';

/**
 * The events of one change.
 *
 * @param touched - profiles of the components that it touches, the one whose people wrote it first
 */
export function changeEvents(
  change: Change,
  touched: readonly DeliveryProfile[],
): CloudEvent[] {
  const { generation, changes } = touched[0].reporting;
  const source = repositoryUrl(change.repository);
  const address = addressOfChange(touched, path => `${path}/src/index`);
  const about = {
    ...address,
    title: change.title,
    url: `${source}/pull/${change.number}`,
  };
  const event = (
    type: CdEventType,
    time: number,
    customData: Record<string, unknown>,
  ) =>
    cloudEvent({
      generation,
      type,
      id: `${change.repository}-${change.number}-${type}`,
      source,
      time,
      subjectId: String(change.number),
      content: { repository: { id: `marrowby/${change.repository}` } },
      customData,
    });
  const { firstCommitAt, openedAt, firstReviewAt, approvedAt } = change;
  const atMerge = {
    commitSha: change.commitSha,
    contributors: change.contributors,
    ...(change.approvedByOther !== undefined && {
      approvedByOther: change.approvedByOther,
    }),
    ...(change.revertsCommitSha && {
      revertsCommitSha: change.revertsCommitSha,
    }),
    ...(change.hotfix && { hotfix: true }),
    // Older code hosts tell of the merge alone.
    ...(generation === '0.5' && { commits: commitsOf(change) }),
  };
  if (changes === 'merge') {
    const steps = { firstCommitAt, openedAt, firstReviewAt, approvedAt };
    const told = { ...about, ...isoInstants(steps) };
    if (change.abandonedAt !== undefined) {
      return [event('change.abandoned', change.abandonedAt, told)];
    }
    return change.mergedAt === undefined
      ? []
      : [event('change.merged', change.mergedAt, { ...told, ...atMerge })];
  }
  return [
    ...when(openedAt, at =>
      event('change.created', at, {
        ...about,
        ...isoInstants({ firstCommitAt }),
      }),
    ),
    ...when(firstReviewAt, at => event('change.reviewed', at, { ...address })),
    ...when(change.mergedAt, at =>
      event('change.merged', at, {
        ...about,
        ...isoInstants({ approvedAt }),
        ...atMerge,
      }),
    ),
    ...when(change.abandonedAt, at =>
      event('change.abandoned', at, { ...address }),
    ),
  ];
}

function commitsOf(change: Change): object[] {
  return drawCommits(change).map(({ sha, authoredAt, committedAt }) => ({
    sha,
    ...isoInstants({ authoredAt, committedAt }),
  }));
}

function when<T>(instant: number | undefined, make: (at: number) => T): T[] {
  return instant === undefined ? [] : [make(instant)];
}
