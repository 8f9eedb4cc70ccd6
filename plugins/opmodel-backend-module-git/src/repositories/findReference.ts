import type { RemoteReferences } from '../git/RepositoryClone';

/** The reference that the main line ends in. A clone that stands in for its origin may know a branch only from there. */
export function findReference(
  branch: string | undefined,
  { references, defaultBranch }: RemoteReferences,
): string | undefined {
  const candidates =
    branch === undefined
      ? [`refs/heads/${defaultBranch}`, 'HEAD', ...soleBranch(references)]
      : [`refs/heads/${branch}`, `refs/remotes/origin/${branch}`];
  return candidates.find(candidate => references.has(candidate));
}

/** Where HEAD points nowhere (a server set up for `master` that got `main`), a name that everybody uses, or the only one. */
function soleBranch(references: ReadonlyMap<string, string>): string[] {
  const branches = [...references.keys()].filter(name =>
    name.startsWith('refs/heads/'),
  );
  return [
    'refs/heads/main',
    'refs/heads/master',
    ...(branches.length === 1 ? branches : []),
  ];
}
