import { createHash } from 'node:crypto';
import type { Change, Commit } from './facts';
import { SeededRandom } from './SeededRandom';
import { MINUTE, wholeSeconds } from './workload';

/**
 * The commits of a change, drawn from its own name, so that whoever asks gets the same ones. All are written before it is opened, or
 * merged where nobody reviews it; some are rewritten when the branch is rebased.
 */
export function drawCommits(change: Change): Commit[] {
  const random = new SeededRandom(change.commitSha, 'commits');
  const { firstCommitAt, openedAt, mergedAt } = change;
  const until = openedAt ?? mergedAt ?? firstCommitAt;
  const count = random.weighted([
    [1, 40],
    [2, 30],
    [3, 18],
    [5, 12],
  ]);
  const rebased = random.chance(0.25);
  return Array.from({ length: count }, (_, place) => {
    const authoredAt = wholeSeconds(
      firstCommitAt + ((until - firstCommitAt) * place) / count,
    );
    return {
      sha: createHash('sha1')
        .update(`${change.commitSha}\n${place}`)
        .digest('hex'),
      authoredAt,
      committedAt: rebased ? Math.max(authoredAt, until - MINUTE) : authoredAt,
    };
  });
}
