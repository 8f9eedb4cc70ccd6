import { SeededRandom } from '../history/SeededRandom';

/** A file of a repository. */
export interface RepositoryFile {
  /** Below the root of the repository. */
  path: string;
  content: string;
}

/** A file that some repositories have. */
interface UsualFile {
  path: string;
  /** How many of them do, 0 to 1. */
  share: number;
  content: string;
}

const usualFiles: readonly UsualFile[] = [
  {
    path: 'CODEOWNERS',
    share: 0.85,
    content: '* @marrowby/owners\n',
  },
  {
    path: 'SECURITY.md',
    share: 0.6,
    content: 'Write to security@example.com. We answer within two days.\n',
  },
  {
    path: 'CONTRIBUTING.md',
    share: 0.5,
    content: 'Ask in the channel of the team before you begin.\n',
  },
  { path: 'Dockerfile', share: 0.8, content: 'FROM scratch\n' },
  { path: 'test/start.test.ts', share: 0.95, content: '' },
  { path: 'docs/runbook.md', share: 0.65, content: '# Runbook\n' },
  { path: 'docs/adr/0001-begin.md', share: 0.4, content: '# Begin\n' },
  { path: 'yarn.lock', share: 0.9, content: '' },
  { path: 'renovate.json', share: 0.7, content: '{}\n' },
  {
    path: 'AGENTS.md',
    share: 0.45,
    content: 'Run the tests before you say that you are done.\n',
  },
];

/** What builds call, beside the tests. */
const scans = [
  { step: 'gitleaks detect', share: 0.7 },
  { step: 'semgrep scan', share: 0.55 },
  { step: 'trivy fs .', share: 0.65 },
];

/** The files of a repository of the demo organisation. They depend on nothing but the seed and its name. */
export function drawRepositoryFiles(
  seed: string,
  repository: string,
): RepositoryFile[] {
  // Whoever keeps one thing in order keeps others in order too.
  const care = new SeededRandom(seed, repository, 'care').between(-0.25, 0.25);
  const has = (name: string, share: number) =>
    new SeededRandom(seed, repository, name).chance(share + care);
  const steps = scans.flatMap(({ step, share }) =>
    has(step, share) ? [`    - ${step}\n`] : [],
  );
  const build = `test:\n  script:\n    - yarn test\n${steps.join('')}`;
  return [
    { path: 'README.md', content: readmeOf(repository, has('readme', 0.8)) },
    { path: 'package.json', content: `{ "name": "${repository}" }\n` },
    { path: '.gitlab-ci.yml', content: build },
    ...usualFiles
      .filter(({ path, share }) => has(path, share))
      .map(({ path, content }) => ({ path, content })),
  ];
}

function readmeOf(repository: string, isLong: boolean): string {
  const more = isLong
    ? `
## How to run it

Install what it needs with \`yarn install\`, and start it with \`yarn start\`. It listens on port 8080 and keeps nothing outside of
its database, which the first start creates. Whoever is called at night begins with the runbook.

## Whom to ask

The team that owns it in the catalog. Its channel is named there too.
`
    : '';
  return `# ${repository}\n${more}`;
}
