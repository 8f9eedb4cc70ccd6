/** What a file tells of a repository, by its name. */
export type FileKind =
  | 'readme'
  | 'license'
  | 'codeowners'
  | 'securityPolicy'
  | 'contributing'
  | 'changelog'
  | 'dockerfile'
  | 'runbook'
  | 'decisionRecord'
  | 'test'
  | 'lockfile'
  | 'dependencyUpdates'
  | `ci:${string}`
  | `manifest:${string}`
  | `agents:${string}`;

const rules: readonly [pattern: RegExp, kind: FileKind][] = [
  [/(^|\/)readme(\.(md|markdown|txt|rst|adoc|org|html))?$/i, 'readme'],
  [
    /(^|\/)(licen[cs]e|copying|unlicense)(-[a-z0-9.]+)?(\.(md|txt|rst|adoc|html|mit|apache))?$/i,
    'license',
  ],
  [/^(\.github\/|\.gitlab\/|docs\/)?codeowners$/i, 'codeowners'],
  [/(^|\/)security\.(md|txt|rst|adoc)$/i, 'securityPolicy'],
  [/(^|\/)contributing(\.(md|txt|rst|adoc))?$/i, 'contributing'],
  [/(^|\/)(changelog|changes|history)(\.(md|txt|rst|adoc))?$/i, 'changelog'],
  [/(^|\/)(dockerfile|containerfile)(\.[^/]*)?$/i, 'dockerfile'],
  [/(^|\/)(runbooks?|playbooks?)(\.(md|adoc|rst)|\/[^/]+)$/i, 'runbook'],
  [
    /(^|\/)(adrs?|decisions|architecture-decisions)\/[^/]+\.(md|adoc|rst)$/i,
    'decisionRecord',
  ],
  [
    /(^|\/)(tests?|__tests__|[^/]*\.tests)\/|\.(test|spec)\.[cm]?[jt]sx?$|_test\.(go|py|exs|dart)$|(^|\/)test_[^/]*\.py$|tests?\.(java|kt|cs|scala|php|swift)$|_(spec|test)\.rb$/i,
    'test',
  ],
  [
    /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|go\.sum|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|gemfile\.lock|cargo\.lock|composer\.lock|packages\.lock\.json|gradle\.lockfile|mix\.lock)$/i,
    'lockfile',
  ],
  [/^\.github\/dependabot\.ya?ml$/i, 'dependencyUpdates'],
  [
    /^(\.github\/|\.gitlab\/)?(renovate\.json5?|\.renovaterc(\.json5?)?)$/i,
    'dependencyUpdates',
  ],
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, 'ci:github-actions'],
  [/(^|\/)\.gitlab-ci\.ya?ml$/, 'ci:gitlab-ci'],
  [/(^|\/)jenkinsfile(\.[^/]*)?$/i, 'ci:jenkins'],
  [/(^|\/)azure-pipelines[^/]*\.ya?ml$/i, 'ci:azure-pipelines'],
  [/^\.circleci\/config\.ya?ml$/, 'ci:circleci'],
  [/^bitbucket-pipelines\.ya?ml$/, 'ci:bitbucket-pipelines'],
  [/^\.buildkite\/[^/]+\.(ya?ml|json)$/, 'ci:buildkite'],
  [/^\.travis\.ya?ml$/, 'ci:travis'],
  [/^\.drone\.(ya?ml|jsonnet|star)$/, 'ci:drone'],
  [/^\.(gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/, 'ci:gitea-actions'],
  [/^\.tekton\/[^/]+\.ya?ml$/, 'ci:tekton'],
  [/(^|\/)package\.json$/, 'manifest:npm'],
  [/(^|\/)pom\.xml$/, 'manifest:maven'],
  [/(^|\/)build\.gradle(\.kts)?$/, 'manifest:gradle'],
  [/(^|\/)go\.mod$/, 'manifest:go'],
  [
    /(^|\/)(requirements[^/]*\.txt|pyproject\.toml|setup\.py|pipfile)$/i,
    'manifest:python',
  ],
  [/(^|\/)gemfile$/i, 'manifest:ruby'],
  [/(^|\/)cargo\.toml$/i, 'manifest:rust'],
  [/(^|\/)composer\.json$/, 'manifest:php'],
  [/(^|\/)([^/]+\.(cs|fs|vb)proj|packages\.config)$/i, 'manifest:dotnet'],
  [/(^|\/)mix\.exs$/, 'manifest:elixir'],
  [/(^|\/)package\.swift$/i, 'manifest:swift'],
  [/(^|\/)agents\.md$/i, 'agents:AGENTS.md'],
  [/(^|\/)claude\.md$/i, 'agents:CLAUDE.md'],
  [/(^|\/)gemini\.md$/i, 'agents:GEMINI.md'],
  [
    /^\.github\/copilot-instructions\.md$/i,
    'agents:.github/copilot-instructions.md',
  ],
  [/(^|\/)(\.cursorrules|\.cursor\/rules\/[^/]+)$/i, 'agents:.cursor'],
];

/** Of these, their text tells something as well. */
const readKinds: readonly string[] = ['readme', 'license', 'manifest:npm'];

/** Folders of what others wrote, which tells nothing of whoever keeps a copy of it. */
const foreign = /(^|\/)(node_modules|vendor|third_party|\.git)\//;

/** What a file tells by its name; of most, nothing. */
export function kindsOfFile(path: string): FileKind[] {
  return foreign.test(path)
    ? []
    : rules.flatMap(([pattern, kind]) => (pattern.test(path) ? [kind] : []));
}

/** Whether the text of a file is needed to tell what there is to tell. */
export function isRead(kinds: readonly FileKind[]): boolean {
  return kinds.some(kind => readKinds.includes(kind) || kind.startsWith('ci:'));
}

/** Scanners by the words that builds call them by. */
const scanners: readonly [id: string, pattern: RegExp][] = [
  ['codeql', /codeql/i],
  ['semgrep', /semgrep/i],
  ['sonarqube', /sonar(qube|cloud|source|-scanner)/i],
  ['snyk', /\bsnyk\b/i],
  ['trivy', /trivy/i],
  ['grype', /\bgrype\b|anchore\/scan-action/i],
  ['osv-scanner', /osv-scanner/i],
  ['dependency-review', /dependency-review/i],
  ['gitleaks', /gitleaks/i],
  ['trufflehog', /trufflehog/i],
  ['checkov', /checkov/i],
  ['tfsec', /tfsec/i],
  ['gosec', /gosec/i],
  ['bandit', /\bbandit\b/i],
  ['zizmor', /zizmor/i],
  ['openssf-scorecard', /ossf\/scorecard/i],
  [
    'gitlab-security',
    /(SAST|Secret-Detection|Dependency-Scanning|Container-Scanning)\.gitlab-ci\.yml/,
  ],
];

/** The scanners that a build calls, by its text. */
export function scannersIn(text: string): string[] {
  return scanners.flatMap(([id, pattern]) => (pattern.test(text) ? [id] : []));
}
