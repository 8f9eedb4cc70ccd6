import type {
  FactSchema,
  FactValue,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FileKind } from './fileKinds';
import type { DigestedFile, RepositoryDigest } from './RepositoryDigest';
import { type ConfiguredFile, relativeTo } from './repositorySettings';

/** What is told of every repository. */
export const repositorySchema = {
  hasReadme: { type: 'boolean', description: 'There is a README' },
  readmeLength: {
    type: 'integer',
    unit: 'characters',
    description: 'Characters of the README',
  },
  hasLicense: {
    type: 'boolean',
    description: 'There is a file with a licence',
  },
  licenseId: {
    type: 'string',
    description: 'SPDX id of the licence, such as Apache-2.0',
  },
  hasCodeowners: { type: 'boolean', description: 'There is a CODEOWNERS file' },
  hasSecurityPolicy: {
    type: 'boolean',
    description: 'There is a SECURITY file, which says how to report a problem',
  },
  hasContributing: {
    type: 'boolean',
    description: 'There is a CONTRIBUTING file',
  },
  hasChangelog: { type: 'boolean', description: 'There is a changelog' },
  hasDockerfile: {
    type: 'boolean',
    description: 'There is a Dockerfile or a Containerfile',
  },
  hasTests: { type: 'boolean', description: 'There are files with tests' },
  hasRunbook: { type: 'boolean', description: 'There is a runbook' },
  hasDecisionRecords: {
    type: 'boolean',
    description: 'There are records of architecture decisions',
  },
  hasLockfile: {
    type: 'boolean',
    description: 'The versions of dependencies are locked',
  },
  hasDependencyUpdates: {
    type: 'boolean',
    description: 'Dependabot or Renovate is configured',
  },
  hasCi: { type: 'boolean', description: 'A build is configured' },
  ciSystems: {
    type: 'set',
    description: 'Systems that builds are configured for, such as gitlab-ci',
  },
  securityScans: {
    type: 'set',
    description: 'Scanners that builds call, such as codeql or trivy',
  },
  dependencyManifests: {
    type: 'set',
    description: 'Ecosystems that dependencies are declared for, such as npm',
  },
  hasAgentInstructions: {
    type: 'boolean',
    description: 'There are instructions for coding agents',
  },
  agentInstructions: {
    type: 'set',
    description: 'Files with instructions for agents, such as AGENTS.md',
  },
} as const satisfies FactSchema;

/** Where a file counts for an entity that lives in a folder: there, or for the whole repository. */
type Reach = 'here' | 'hereOrRoot' | 'below' | 'belowOrRoot';

/** Folders in which a file for the whole repository may be. */
const rootFolders = /^(\.github\/|\.gitlab\/|docs\/)?[^/]+$/;

/**
 * What a digest tells of an entity.
 *
 * What belongs to the code, such as its README or its tests, counts where the entity lives. What a repository has once, such as CODEOWNERS
 * or a licence, counts for everything in it.
 *
 * @param folder - of the entity; empty: the root
 */
export function toRepositoryFacts(
  digest: RepositoryDigest,
  folder: string,
  configured: readonly ConfiguredFile[],
): Record<string, FactValue> {
  const find = (matches: (kind: FileKind) => boolean, reach: Reach) =>
    digest.files.filter(
      file => file.kinds.some(matches) && isWithin(file.path, folder, reach),
    );
  const has = (kind: FileKind, reach: Reach) =>
    find(one => one === kind, reach).length > 0;
  const listOf = (prefix: string, reach: Reach) =>
    namesOf(
      find(kind => kind.startsWith(prefix), reach),
      prefix,
    );
  const readmes = find(kind => kind === 'readme', 'here');
  const builds = find(kind => kind.startsWith('ci:'), 'hereOrRoot');
  const ciSystems = namesOf(builds, 'ci:');
  const agents = listOf('agents:', 'hereOrRoot');
  return {
    hasReadme: readmes.length > 0,
    readmeLength: longest(readmes),
    hasLicense: has('license', 'hereOrRoot'),
    licenseId: licenseOf(digest, folder),
    hasCodeowners: digest.files.some(({ kinds }) =>
      kinds.includes('codeowners'),
    ),
    hasSecurityPolicy: has('securityPolicy', 'hereOrRoot'),
    hasContributing: has('contributing', 'hereOrRoot'),
    hasChangelog: has('changelog', 'hereOrRoot'),
    hasDockerfile: has('dockerfile', 'below'),
    hasTests: digest.testedFolders.has(folder),
    hasRunbook: has('runbook', 'below'),
    hasDecisionRecords: has('decisionRecord', 'belowOrRoot'),
    hasLockfile: has('lockfile', 'hereOrRoot'),
    hasDependencyUpdates: digest.files.some(({ kinds }) =>
      kinds.includes('dependencyUpdates'),
    ),
    hasCi: ciSystems.length > 0,
    ciSystems,
    securityScans: unique(builds.flatMap(({ scanners }) => scanners ?? [])),
    dependencyManifests: listOf('manifest:', 'below'),
    hasAgentInstructions: agents.length > 0,
    agentInstructions: agents,
    ...Object.fromEntries(
      configured.map(({ name, matchesIn }) => [
        name,
        digest.files.some(
          file =>
            file.configured.includes(name) && matchesIn(folder, file.path),
        ),
      ]),
    ),
  };
}

function isWithin(path: string, folder: string, reach: Reach): boolean {
  const relative = relativeTo(folder, path);
  switch (reach) {
    case 'here':
      return isDirectlyIn(relative);
    case 'hereOrRoot':
      // Of another entity's folder, nothing counts; what is in one of the usual places at the root does.
      return isDirectlyIn(relative) || rootFolders.test(path) || isHidden(path);
    case 'below':
      return relative !== undefined;
    default:
      return relative !== undefined || /^docs\//i.test(path);
  }
}

function isDirectlyIn(relative: string | undefined): boolean {
  return relative !== undefined && rootFolders.test(relative);
}

/** In a folder that configures something for the whole repository: `.github/workflows/build.yml`. */
function isHidden(path: string): boolean {
  return path.startsWith('.');
}

function licenseOf(digest: RepositoryDigest, folder: string): string | null {
  const known = (kind: FileKind, reach: Reach) =>
    digest.files
      .filter(
        file =>
          file.kinds.includes(kind) &&
          isWithin(file.path, folder, reach) &&
          (file.license ?? null) !== null,
      )
      // The one with the plain name, where there are several.
      .sort((a, b) => a.path.length - b.path.length)[0]?.license;
  return (
    known('license', 'here') ??
    known('manifest:npm', 'here') ??
    known('license', 'hereOrRoot') ??
    null
  );
}

function longest(files: readonly DigestedFile[]): number | null {
  const lengths = files.flatMap(({ length }) => length ?? []);
  return lengths.length === 0 ? null : Math.max(...lengths);
}

/** What is behind a prefix of the kinds of files, each once. */
function namesOf(files: readonly DigestedFile[], prefix: string): string[] {
  return unique(
    files.flatMap(({ kinds }) =>
      kinds.flatMap(kind =>
        kind.startsWith(prefix) ? [kind.slice(prefix.length)] : [],
      ),
    ),
  );
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
