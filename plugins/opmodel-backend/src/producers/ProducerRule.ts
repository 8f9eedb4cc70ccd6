import { matchesGlob, matchesGlobOfName } from '../lib/globs';
import {
  parseGithubSubject,
  type GithubName,
  type GithubSubject,
} from './githubSubject';
import { parseGitlabSubject } from './gitlabSubject';

/** For which entities a producer may write. */
export type EntityLimit =
  /** For all. */
  | { kind: 'all' }
  /** For those that the catalog ties to the producer's own repository. */
  | { kind: 'repository' }
  /** For those that meet at least one of the criteria. */
  | {
      kind: 'some';
      /** Full entity refs, in lower case like all that follow. */
      refs: string[];
      owners: string[];
      systems: string[];
      namespaces: string[];
    };

interface RuleBase {
  entities: EntityLimit;
  /** Patterns of sources that the producer may name beside its own. */
  sources: string[];
}

interface IssuedRule extends RuleBase {
  /** What stands before the token's own subject: `external:github:`. */
  prefix: string;
  /** Host of the repositories. */
  host: string;
}

/** Which workflows of GitHub Actions may send events. */
export interface GithubRule extends IssuedRule {
  type: 'github-actions';
  /** Patterns `OWNER/REPO`; `OWNER@1/REPO@2` for exactly these ids. */
  repositories: string[];
  /** Patterns of full refs; undefined: those of any, unless `environments` are given. */
  refs?: string[];
  environments?: string[];
  /** Patterns of the reusable workflow that must be running. */
  workflows?: string[];
  pullRequests: boolean;
}

/** Which jobs of GitLab CI may send events. */
export interface GitlabRule extends IssuedRule {
  type: 'gitlab-ci';
  projects: string[];
  refs?: string[];
  refTypes: string[];
}

/** Which callers by their name in the portal may send events, such as a static token. */
export interface SubjectRule extends RuleBase {
  type: 'subject';
  subject: string;
}

/** A rule of `opmodel.intake.producers`. */
export type ProducerRule = GithubRule | GitlabRule | SubjectRule;

/** Who sends, as a rule understands it. */
export interface ProducerIdentity {
  /** Source of the events that state none. */
  source: string;
  /** Its repository: `github.com/acme/shop`. Only of a CI job. */
  repository?: string;
}

function matchesAny(
  patterns: string[],
  text: string,
  matches: (pattern: string, text: string) => boolean = matchesGlob,
): boolean {
  return patterns.some(pattern => matches(pattern, text));
}

/** A pattern without an id is met by any id. */
function matchesName(pattern: string, { name, id }: GithubName): boolean {
  const [namePattern, idPattern] = pattern.split('@');
  return (
    matchesGlobOfName(namePattern, name) &&
    (idPattern === undefined || idPattern === id)
  );
}

function matchesRepository(pattern: string, subject: GithubSubject): boolean {
  const [owner, repository] = pattern.split('/');
  return (
    matchesName(owner, subject.owner) &&
    matchesName(repository, subject.repository)
  );
}

function allowsContext(
  rule: GithubRule,
  { context, workflow }: GithubSubject,
): boolean {
  if (rule.workflows && !(workflow && matchesAny(rule.workflows, workflow))) {
    return false;
  }
  const limited = rule.refs !== undefined || rule.environments !== undefined;
  if (!context) {
    // It may run for a pull request; only a workflow that is known can vouch for what it does then.
    return !limited && rule.workflows !== undefined;
  }
  if ('pullRequest' in context) {
    return rule.pullRequests;
  }
  if (!limited) {
    return true;
  }
  return 'ref' in context
    ? matchesAny(rule.refs ?? [], context.ref)
    : matchesAny(
        rule.environments ?? [],
        context.environment,
        matchesGlobOfName,
      );
}

function identityOf(
  type: string,
  { host, usualHost }: { host: string; usualHost: string },
  slug: string,
): ProducerIdentity {
  const repository = slug.toLowerCase();
  return {
    source:
      host === usualHost
        ? `${type}:${repository}`
        : `${type}:${host}/${repository}`,
    repository: `${host}/${repository}`,
  };
}

/** Hosts of the repositories where the configuration names none. */
export const usualHosts = {
  'github-actions': 'github.com',
  'gitlab-ci': 'gitlab.com',
};

/**
 * Whom a rule takes a caller for.
 *
 * @param subject - the caller as the portal names it: `external:github:repo:acme/shop:ref:refs/heads/main`
 * @returns undefined where the rule does not allow it
 */
export function identifyProducer(
  rule: ProducerRule,
  subject: string,
): ProducerIdentity | undefined {
  if (rule.type === 'subject') {
    return matchesGlob(rule.subject, subject) ? { source: subject } : undefined;
  }
  if (!subject.startsWith(rule.prefix)) {
    return undefined;
  }
  const own = subject.slice(rule.prefix.length);
  const hosts = { host: rule.host, usualHost: usualHosts[rule.type] };
  if (rule.type === 'github-actions') {
    const parsed = parseGithubSubject(own);
    return parsed &&
      rule.repositories.some(pattern => matchesRepository(pattern, parsed)) &&
      allowsContext(rule, parsed)
      ? identityOf(
          rule.type,
          hosts,
          `${parsed.owner.name}/${parsed.repository.name}`,
        )
      : undefined;
  }
  const parsed = parseGitlabSubject(own);
  return parsed &&
    matchesAny(rule.projects, parsed.project, matchesGlobOfName) &&
    rule.refTypes.includes(parsed.refType) &&
    (rule.refs === undefined || matchesAny(rule.refs, parsed.ref))
    ? identityOf(rule.type, hosts, parsed.project)
    : undefined;
}
