import type { ObservationTarget } from '@opmodel/backstage-plugin-opmodel-common';
import type { EntityLink, LinkKey } from '../catalog/CatalogStore';

/** What the snapshot answered about all targets of a batch. */
export interface TargetLookup {
  /** The refs that exist. */
  refs: ReadonlySet<string>;
  /** The links that were found, by {@link linkId}. */
  links: ReadonlyMap<string, EntityLink[]>;
}

/**
 * Whom a record concerns: at least one entity, or the reason why nobody is found. A reason repeats what the sender said and may
 * count entities, but names none that the sender did not: it is answered to whoever sent the event.
 */
export type Mapping =
  | { entityRefs: string[]; reason?: undefined }
  | { entityRefs?: undefined; reason: string };

/** Systems whose identities are repositories, which several entities may share. */
const repositorySystems = new Set(['git', 'github', 'gitlab', 'bitbucket']);

/** System of the identities of connections, by which several entities may be spoken of. */
export const connectionSystem = 'devlake';

/** Key of a link among those that a lookup found. */
export function linkId({ system, externalId }: LinkKey): string {
  return `${system} ${externalId}`;
}

function distinctRefs(links: EntityLink[]): string[] {
  return [...new Set(links.map(link => link.entityRef))].sort();
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The entities of a repository that the paths choose. An entity without a folder is the whole repository's. */
function choose(links: EntityLink[], paths: string[]): Mapping {
  const pathed = links.filter(link => link.path);
  const { system, externalId } = links[0];
  const shared = `share ${system}:${externalId}`;
  if (distinctRefs(pathed).length > 1 && paths.length === 0) {
    return {
      reason: `${
        distinctRefs(links).length
      } entities ${shared}; send paths or entityRef`,
    };
  }
  const chosen =
    paths.length === 0
      ? links
      : links.filter(
          ({ path }) =>
            !path || paths.some(candidate => contains(path, candidate)),
        );
  return chosen.length > 0
    ? { entityRefs: distinctRefs(chosen) }
    : {
        reason: `none of the paths lies in a folder of the ${
          distinctRefs(links).length
        } entities that ${shared}`,
      };
}

/**
 * The entities that a connection speaks of. One connection may speak for several: of these, those that are in a repository which
 * the record names as well.
 */
function mapConnection(links: EntityLink[], repositories: string[]): Mapping[] {
  const named = distinctRefs(links);
  if (repositories.length === 0) {
    return [{ entityRefs: named }];
  }
  const inRepository = named.filter(ref => repositories.includes(ref));
  return inRepository.length > 0 ? [{ entityRefs: inRepository }] : [];
}

/** The one entity that a name means; of namesakes, the one that is in a repository which the record names as well. */
function mapName(links: EntityLink[], repositories: string[]): Mapping {
  const named = distinctRefs(links);
  const inRepository = named.filter(ref => repositories.includes(ref));
  const one = [named, inRepository].find(refs => refs.length === 1);
  return one
    ? { entityRefs: one }
    : {
        reason: `${named.length} entities are called ${links[0].externalId}; send entityRef`,
      };
}

/**
 * What the links found, without repositories that are spelled with their host as well: where that finds somebody, the name alone
 * would add those who declare a repository of the same name on another host.
 */
function findLinks(
  target: ObservationTarget,
  lookup: TargetLookup,
): EntityLink[][] {
  const found = (target.links ?? [])
    .map(link => lookup.links.get(linkId(link)) ?? [])
    .filter(links => links.length > 0);
  const namesOfHosted = new Set(
    found.flatMap(([{ system, externalId }]) =>
      system === 'git' ? externalId.slice(externalId.indexOf('/') + 1) : [],
    ),
  );
  return found.filter(
    ([{ system, externalId }]) =>
      system === 'git' ||
      !repositorySystems.has(system) ||
      !namesOfHosted.has(externalId),
  );
}

function mapLinks(target: ObservationTarget, lookup: TargetLookup): Mapping {
  const paths = (target.paths ?? []).map(path =>
    path.replace(/^(\.?\/)+/, '').replace(/\/+$/, ''),
  );
  const found = findLinks(target, lookup);
  const isRepository = (links: EntityLink[]) =>
    repositorySystems.has(links[0].system);

  const repositories = found.filter(isRepository);
  const sharing = distinctRefs(repositories.flat());
  const specific = found
    .filter(links => !isRepository(links))
    .flatMap((links): Mapping[] => {
      switch (links[0].system) {
        case 'name':
          return [mapName(links, sharing)];
        case connectionSystem:
          return mapConnection(links, sharing);
        default:
          return [{ entityRefs: distinctRefs(links) }];
      }
    });
  // An identity of the service itself says more than the repository that it comes from.
  const answers = [
    ...specific,
    ...(specific.some(answer => answer.entityRefs)
      ? []
      : repositories.map(links => choose(links, paths))),
  ];
  const entityRefs = answers.flatMap(answer => answer.entityRefs ?? []);
  if (entityRefs.length > 0) {
    return { entityRefs: [...new Set(entityRefs)].sort() };
  }
  const unclear = answers.find(answer => answer.reason !== undefined);
  if (unclear) {
    return unclear;
  }
  const wanted = (target.links ?? []).map(
    ({ system, externalId }) => `${system}:${externalId}`,
  );
  return {
    reason: `no entity declares ${wanted.slice(0, 3).join(' or ')}`,
  };
}

/**
 * Whom a record concerns: the entities that it names and that exist, else those that its links find.
 *
 * @param target - what the observations of the record come to
 */
export function mapTarget(
  target: ObservationTarget,
  lookup: TargetLookup,
): Mapping {
  const named = target.entityRefs ?? [];
  const existing = [...new Set(named)].filter(ref => lookup.refs.has(ref));
  if (existing.length > 0) {
    return { entityRefs: existing.sort() };
  }
  const hasLinks = (target.links ?? []).length > 0;
  if (named.length === 0) {
    return hasLinks
      ? mapLinks(target, lookup)
      : {
          reason: 'it names no entity; send entityRef or repositoryUrl',
        };
  }
  const byLinks = hasLinks ? mapLinks(target, lookup) : undefined;
  if (byLinks?.entityRefs) {
    return byLinks;
  }
  const missing = `the catalog has no ${named.slice(0, 3).join(' or ')}`;
  return { reason: byLinks ? `${missing}, and ${byLinks.reason}` : missing };
}
