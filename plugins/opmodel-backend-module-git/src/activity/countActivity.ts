import type { RepositoryOwnership } from '@opmodel/backstage-plugin-opmodel-node';
import type { AuthoredCommit } from './readAuthoredCommits';

/** How much was done, by whom together. */
export type Activity = Pick<
  RepositoryOwnership,
  'commits' | 'contributors' | 'unassignedCommits' | 'teams'
>;

/**
 * Counts commits and people by team. A commit counts once for each team of those who wrote it, and is unassigned where nobody's team is
 * known.
 *
 * @param teamsOf - refs of groups by address
 */
export function countActivity(
  commits: readonly Pick<AuthoredCommit, 'authors'>[],
  teamsOf: ReadonlyMap<string, readonly string[]>,
): Activity {
  const everyone = new Set<string>();
  const teams = new Map<string, { commits: number; people: Set<string> }>();
  let unassignedCommits = 0;
  for (const { authors } of commits) {
    const counted = new Set<string>();
    for (const author of authors) {
      everyone.add(author);
      for (const teamRef of teamsOf.get(author) ?? []) {
        const team = teams.get(teamRef) ?? { commits: 0, people: new Set() };
        team.people.add(author);
        team.commits += counted.has(teamRef) ? 0 : 1;
        counted.add(teamRef);
        teams.set(teamRef, team);
      }
    }
    unassignedCommits += counted.size === 0 ? 1 : 0;
  }
  return {
    commits: commits.length,
    contributors: everyone.size,
    unassignedCommits,
    teams: [...teams]
      .map(([teamRef, { commits: count, people }]) => ({
        teamRef,
        commits: count,
        contributors: people.size,
      }))
      .sort((a, b) => (a.teamRef < b.teamRef ? -1 : 1)),
  };
}
