import type { Entity } from '@backstage/catalog-model';
import {
  normalizeRepositoryPath,
  parseRepositoryLocation,
  repositoryLinks,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { EntityLink, LinkKey } from './CatalogStore';
import { cleanText } from './cleanText';
import { isDocument } from './documentKinds';

/** Annotation with the folder of an entity in a repository that it shares. */
export const pathAnnotation = 'opmodel.io/path';

/** Annotations that name a repository on a code host: the host's usual address makes it a `git` identity too. */
const repositoryAnnotations = [
  { annotation: 'github.com/project-slug', host: 'github.com' },
  { annotation: 'gitlab.com/project-slug', host: 'gitlab.com' },
  { annotation: 'bitbucket.org/project-slug', host: 'bitbucket.org' },
];

/** Annotations whose value is the identity in an outside system. A list is separated by commas. */
const identityAnnotations: { annotation: string; system: string }[] = [
  { annotation: 'gitlab.com/project-id', system: 'gitlab' },
  { annotation: 'pagerduty.com/service-id', system: 'pagerduty-service' },
  {
    annotation: 'pagerduty.com/integration-key',
    system: 'pagerduty-integration',
  },
  { annotation: 'opmodel.io/devlake-connection', system: 'devlake' },
  { annotation: 'jira/project-key', system: 'jira' },
  { annotation: 'opmodel.io/linear-team', system: 'linear' },
  { annotation: 'argocd/app-name', system: 'argocd' },
  { annotation: 'sonarqube.org/project-key', system: 'sonarqube' },
  { annotation: 'snyk.io/project-ids', system: 'snyk' },
  { annotation: 'snyk.io/target-id', system: 'snyk' },
  { annotation: 'snyk.io/targets', system: 'snyk' },
];

const sourceLocationAnnotation = 'backstage.io/source-location';

/** Kinds that an event may name as the thing that was deployed or failed. */
const namedKinds = ['component', 'api', 'resource', 'system'];

function listValues(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map(part => cleanText(part).trim())
    .filter(Boolean);
}

function namesOf(entity: Entity): LinkKey[] {
  const kind = entity.kind.toLowerCase();
  if (!namedKinds.includes(kind)) {
    return [];
  }
  const name = cleanText(entity.metadata.name).toLowerCase();
  const namespace = (entity.metadata.namespace ?? 'default').toLowerCase();
  const forms = [`${kind}:${name}`, `${kind}:${namespace}/${name}`];
  if (kind === 'component') {
    forms.push(name, `${namespace}/${name}`);
  }
  return forms.map(externalId => ({ system: 'name', externalId }));
}

interface Repositories {
  links: LinkKey[];
  path?: string;
}

function repositoriesOf(annotations: Record<string, string>): Repositories {
  const named = repositoryAnnotations.flatMap(({ annotation, host }) =>
    listValues(annotations[annotation]).flatMap(slug =>
      repositoryLinks(`https://${host}/${slug}`),
    ),
  );
  const source = annotations[sourceLocationAnnotation] ?? '';
  const location = source.startsWith('url:')
    ? parseRepositoryLocation(source.slice('url:'.length))
    : undefined;
  if (!location) {
    return { links: named };
  }
  const located = repositoryLinks(`https://${encodeURI(location.repository)}`);
  // The catalog fills in the source location from where it read the entity. Where that is a repository of descriptor
  // files, an explicit slug says where the source is, and the commits to the descriptors are not the entity's.
  const slugs = named.filter(link => link.system !== 'git');
  const [, ...slugOfLocation] = location.repository.split('/');
  const contradicted =
    slugs.length > 0 &&
    !slugs.some(link => link.externalId === slugOfLocation.join('/'));
  return contradicted
    ? { links: named }
    : { links: [...named, ...located], path: location.path };
}

/**
 * The identities of an entity in outside systems, from the annotations that the ecosystem already uses, and the short
 * forms of its own name.
 *
 * Repository identities carry the entity's folder: `opmodel.io/path`, or else the folder of its source location. A document has no
 * identities: the repository that it lies in is that of what it is about, whose deployments would otherwise count for both.
 *
 * @returns each identity once
 */
export function entityLinks(
  entity: Entity,
  annotations: Record<string, string>,
): EntityLink[] {
  if (isDocument(entity)) {
    return [];
  }
  const entityRef = [
    entity.kind,
    ':',
    entity.metadata.namespace ?? 'default',
    '/',
    entity.metadata.name,
  ]
    .join('')
    .toLowerCase();
  const repositories = repositoriesOf(annotations);
  const declared = annotations[pathAnnotation];
  const path =
    declared === undefined
      ? repositories.path
      : normalizeRepositoryPath(declared);
  const found: Omit<EntityLink, 'entityRef'>[] = [
    ...namesOf(entity),
    ...repositories.links.map(link => ({
      ...link,
      ...(path === undefined ? {} : { path }),
    })),
    ...identityAnnotations.flatMap(({ annotation, system }) =>
      listValues(annotations[annotation]).map(externalId => ({
        system,
        externalId,
      })),
    ),
  ];
  const links = new Map<string, EntityLink>();
  for (const link of found) {
    links.set(JSON.stringify([link.system, link.externalId]), {
      ...link,
      entityRef,
    });
  }
  return [...links.values()];
}
