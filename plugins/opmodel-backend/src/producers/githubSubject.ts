/** An owner or a repository: its name, and its id where the token states it. */
export interface GithubName {
  name: string;
  /** Never changes and is never used again, unlike the name. */
  id?: string;
}

/** What a workflow runs for, as far as its token says. */
export type GithubContext =
  | { ref: string }
  | { environment: string }
  | { pullRequest: true };

/** What the subject of a GitHub Actions token says. */
export interface GithubSubject {
  owner: GithubName;
  repository: GithubName;
  /** Absent where the organisation has taken it out of the subject. */
  context?: GithubContext;
  /** The reusable workflow that runs: `acme/ci/.github/workflows/deploy.yml@refs/heads/main`. Only in a customised subject. */
  workflow?: string;
}

const ownerName = /^[a-z0-9][a-z0-9_-]{0,99}$/i;
const repositoryName = /^(?!\.{1,2}$)[a-z0-9._-]{1,100}$/i;
const number = /^[1-9][0-9]{0,19}$/;

function readName(text: string, form: RegExp): GithubName | undefined {
  const [name, id, ...more] = text.split('@');
  if (!form.test(name) || more.length > 0) {
    return undefined;
  }
  if (id === undefined) {
    return { name };
  }
  return number.test(id) ? { name, id } : undefined;
}

function readContext(
  key: string,
  value: string | undefined,
): GithubContext | undefined {
  if (key === 'ref' && value?.startsWith('refs/')) {
    // The merge commit of a pull request has a ref as well.
    return value.startsWith('refs/pull/')
      ? { pullRequest: true }
      : { ref: value };
  }
  // GitHub writes a colon within a value as `%3A`, so that each colon of a subject separates. A ref cannot have one.
  return key === 'environment' && value
    ? { environment: value.replace(/%3A/gi, ':') }
    : undefined;
}

/**
 * Reads the subject of a GitHub Actions token: `repo:OWNER/REPO:` followed by `ref:REF`, `environment:NAME` or `pull_request`, with
 * names or with names and ids (`OWNER@1/REPO@2`). A customised subject may say `job_workflow_ref:` after or instead of that.
 *
 * @returns undefined for every other form: what cannot be read without doubt is nobody
 */
export function parseGithubSubject(subject: string): GithubSubject | undefined {
  const [repo, slug, ...rest] = subject.split(':');
  const [ownerText, repositoryText, ...more] = (slug ?? '').split('/');
  const owner = readName(ownerText, ownerName);
  const repository = readName(repositoryText ?? '', repositoryName);
  if (repo !== 'repo' || !owner || !repository || more.length > 0) {
    return undefined;
  }
  const parsed: GithubSubject = { owner, repository };
  while (rest.length > 0) {
    const key = rest.shift()!;
    if (key === 'pull_request') {
      if (parsed.context) {
        return undefined;
      }
      parsed.context = { pullRequest: true };
      continue;
    }
    const value = rest.shift();
    if (key === 'job_workflow_ref') {
      if (parsed.workflow || !value) {
        return undefined;
      }
      parsed.workflow = value;
      continue;
    }
    const context = readContext(key, value);
    // Two contexts would leave open which of them was checked.
    if (!context || parsed.context || parsed.workflow) {
      return undefined;
    }
    parsed.context = context;
  }
  return parsed.context || parsed.workflow ? parsed : undefined;
}
