import { parseEntityRef } from '@backstage/catalog-model';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  CatalogStore,
  EntityLink,
  LinkKey,
} from '../catalog/CatalogStore';
import { seesAll } from '../catalog/Visibility';
import type { SubjectKey } from '../intake/EventStore';
import { linkId } from '../intake/mapTarget';
import type { RecordStore } from '../intake/RecordStore';
import type { EntityLimit } from './ProducerRule';

/** What a grant asks of the engine. */
export interface GrantStores {
  catalog: Pick<CatalogStore, 'findLinks' | 'getEntities'>;
  records: Pick<RecordStore, 'listEntityRefs'>;
}

/** What the engine knows of all that a batch speaks of. */
export interface GrantLookup {
  /** Which of the refs that come into question the producer may write for. */
  allowed: ReadonlySet<string>;
  /** What the links find, by `linkId`. */
  links: ReadonlyMap<string, EntityLink[]>;
  /** The entities of the records that events speak of, by `subjectId`. */
  recorded: ReadonlyMap<string, string[]>;
}

/** What an event speaks of. */
export function subjectOf({ source, observation }: IntakeEvent): SubjectKey {
  return { kind: observation.kind, source, subject: observation.subject };
}

async function findLinks(
  events: IntakeEvent[],
  catalog: GrantStores['catalog'],
): Promise<Map<string, EntityLink[]>> {
  const wanted = new Map(
    events
      .flatMap(({ observation }) => observation.target.links ?? [])
      .map(link => [linkId(link), link]),
  );
  const links = new Map<string, EntityLink[]>();
  if (wanted.size > 0) {
    for (const link of await catalog.findLinks(wanted.values(), seesAll)) {
      links.set(linkId(link), [...(links.get(linkId(link)) ?? []), link]);
    }
  }
  return links;
}

/** Which of these entities a producer may write for. */
export async function findAllowed(
  refs: ReadonlySet<string>,
  options: { limit: EntityLimit; repository: LinkKey[]; stores: GrantStores },
): Promise<ReadonlySet<string>> {
  const { limit, repository } = options;
  const { catalog } = options.stores;
  if (refs.size === 0 || limit.kind === 'all') {
    return refs;
  }
  if (limit.kind === 'repository') {
    const own = await catalog.findLinks(repository, seesAll);
    return new Set(own.map(({ entityRef }) => entityRef));
  }
  const named = [...refs].filter(
    ref =>
      limit.refs.includes(ref) ||
      limit.namespaces.includes(parseEntityRef(ref).namespace),
  );
  // An entity that is gone still has the owner that it had last.
  const entities = await catalog.getEntities(refs, seesAll, {
    includeRemoved: true,
  });
  const met = entities.filter(
    ({ ownerRef, systemRef }) =>
      (ownerRef !== undefined && limit.owners.includes(ownerRef)) ||
      (systemRef !== undefined && limit.systems.includes(systemRef)),
  );
  return new Set([...named, ...met.map(({ ref }) => ref)]);
}

/**
 * Looks up what a grant needs to know of a batch; the number of statements does not depend on its size.
 *
 * @param options - `repository`: links of the producer's own repository
 */
export async function lookUpGrant(
  events: IntakeEvent[],
  options: { limit: EntityLimit; repository: LinkKey[]; stores: GrantStores },
): Promise<GrantLookup> {
  if (events.length === 0) {
    return { allowed: new Set(), links: new Map(), recorded: new Map() };
  }
  const links = await findLinks(events, options.stores.catalog);
  const recorded = await options.stores.records.listEntityRefs(
    events.map(subjectOf),
  );
  const refs = new Set([
    ...events.flatMap(({ observation }) => observation.target.entityRefs ?? []),
    ...[...links.values()].flat().map(({ entityRef }) => entityRef),
    ...[...recorded.values()].flat(),
  ]);
  return { links, recorded, allowed: await findAllowed(refs, options) };
}
