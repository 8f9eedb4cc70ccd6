import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { prefixOf } from './externalIdentities';
import {
  usualHosts,
  type EntityLimit,
  type ProducerRule,
} from './ProducerRule';

type RuleConfig = NonNullable<
  ReturnType<RootConfigService['getOptionalConfigArray']>
>[number];

const configKey = 'opmodel.intake.producers';

function readRefs(
  config: RuleConfig,
  key: string,
  path: string,
  defaultKind: string,
): string[] {
  return (config.getOptionalStringArray(key) ?? []).map((text, index) => {
    try {
      return stringifyEntityRef(
        parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
      );
    } catch (error) {
      throw new InputError(`${path}.${key}[${index}]: ${error}`);
    }
  });
}

function readEntities(
  config: RuleConfig,
  path: string,
  isJob: boolean,
): EntityLimit {
  const stated = config.getOptional('entities');
  if (stated === undefined) {
    return { kind: isJob ? 'repository' : 'all' };
  }
  if (stated === 'all' || (stated === 'repository' && isJob)) {
    return { kind: stated };
  }
  const words = isJob ? 'all, repository' : 'all';
  if (typeof stated === 'string') {
    throw new InputError(
      `${path}.entities: expected ${words} or refs, owners, systems, namespaces`,
    );
  }
  const criteria = config.getConfig('entities');
  const below = `${path}.entities`;
  const limit = {
    kind: 'some' as const,
    refs: readRefs(criteria, 'refs', below, 'component'),
    owners: readRefs(criteria, 'owners', below, 'group'),
    systems: readRefs(criteria, 'systems', below, 'system'),
    namespaces: (criteria.getOptionalStringArray('namespaces') ?? []).map(
      name => name.toLowerCase(),
    ),
  };
  if (
    [limit.refs, limit.owners, limit.systems, limit.namespaces].every(
      list => list.length === 0,
    )
  ) {
    throw new InputError(
      `${below}: expected at least one of refs, owners, systems, namespaces`,
    );
  }
  return limit;
}

/** On a host that everybody may use, everybody can have a token issued. */
function isOpenToAll(pattern: string, isPublic: boolean): boolean {
  return isPublic && pattern.split('/')[0].includes('*');
}

function readRepositories(
  config: RuleConfig,
  path: string,
  isPublic: boolean,
): string[] {
  const organizations = config.getOptionalStringArray('organizations') ?? [];
  const repositories = config.getOptionalStringArray('repositories') ?? [];
  organizations.forEach((name, index) => {
    if (!/^[^/]+$/.test(name)) {
      throw new InputError(
        `${path}.organizations[${index}]: expected a name such as acme`,
      );
    }
  });
  repositories.forEach((name, index) => {
    if (!/^[^/]+\/[^/]+$/.test(name)) {
      throw new InputError(
        `${path}.repositories[${index}]: expected a name such as acme/shop or acme/*`,
      );
    }
  });
  const patterns = [
    ...organizations.map(organization => `${organization}/*`),
    ...repositories,
  ];
  if (
    patterns.length === 0 ||
    patterns.some(pattern => isOpenToAll(pattern, isPublic))
  ) {
    throw new InputError(
      `${path}: expected organizations or repositories, each with the name of an organization`,
    );
  }
  return patterns;
}

function readProjects(
  config: RuleConfig,
  path: string,
  isPublic: boolean,
): string[] {
  const projects = config.getOptionalStringArray('projects') ?? [];
  if (
    projects.length === 0 ||
    projects.some(pattern => isOpenToAll(pattern, isPublic))
  ) {
    throw new InputError(
      `${path}.projects: expected patterns that begin with the name of a group, such as acme/**`,
    );
  }
  return projects;
}

function readFullRefs(config: RuleConfig, path: string): string[] | undefined {
  const refs = config.getOptionalStringArray('refs');
  refs?.forEach((ref, index) => {
    if (!ref.startsWith('refs/')) {
      throw new InputError(
        `${path}.refs[${index}]: expected a full ref such as refs/heads/main`,
      );
    }
  });
  return refs;
}

function readRule(config: RuleConfig, path: string): ProducerRule {
  const type = config.getString('type');
  const sources = config.getOptionalStringArray('sources') ?? [];
  if (type === 'subject') {
    return {
      type,
      sources,
      entities: readEntities(config, path, false),
      subject: config.getString('subject'),
    };
  }
  if (type !== 'github-actions' && type !== 'gitlab-ci') {
    throw new InputError(
      `${path}.type: expected one of github-actions, gitlab-ci, subject`,
    );
  }
  const base = {
    sources,
    entities: readEntities(config, path, true),
    prefix: prefixOf(config.getOptionalString('subjectPrefix')),
    host: (config.getOptionalString('host') ?? usualHosts[type]).toLowerCase(),
  };
  const isPublic = base.host === usualHosts[type];
  if (type === 'github-actions') {
    return {
      ...base,
      type,
      repositories: readRepositories(config, path, isPublic),
      refs: readFullRefs(config, path),
      environments: config.getOptionalStringArray('environments'),
      workflows: config.getOptionalStringArray('workflows'),
      pullRequests: config.getOptionalBoolean('pullRequests') ?? false,
    };
  }
  const refTypes = config.getOptionalStringArray('refTypes') ?? [
    'branch',
    'tag',
  ];
  if (refTypes.some(refType => refType !== 'branch' && refType !== 'tag')) {
    throw new InputError(`${path}.refTypes: expected branch, tag`);
  }
  return {
    ...base,
    type,
    refTypes,
    projects: readProjects(config, path, isPublic),
    refs: config.getOptionalStringArray('refs'),
  };
}

/**
 * The rules by which callers may send events, in their order: the first that allows a caller decides.
 *
 * @param issuedPrefixes - what stands before the subjects of each issuer whose tokens the portal takes
 * @throws InputError when a rule is not complete, or where two issuers could give the same name
 */
export function readProducerRules(
  config: RootConfigService,
  issuedPrefixes: readonly string[],
): ProducerRule[] {
  return (config.getOptionalConfigArray(configKey) ?? []).map((one, index) => {
    const path = `${configKey}[${index}]`;
    const rule = readRule(one, path);
    if (rule.type !== 'subject') {
      const alike = issuedPrefixes.filter(
        prefix =>
          prefix.startsWith(rule.prefix) || rule.prefix.startsWith(prefix),
      );
      if (alike.length > 1 || alike.some(prefix => prefix !== rule.prefix)) {
        throw new InputError(
          `${path}.subjectPrefix: expected that no other entry of backend.auth.externalAccess can issue the same subjects; give each entry of type jwks a subjectPrefix of its own`,
        );
      }
    }
    return rule;
  });
}
