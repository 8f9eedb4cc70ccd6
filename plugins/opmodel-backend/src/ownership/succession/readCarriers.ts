import type {
  CatalogEntity,
  CatalogStore,
  ScopeFilter,
} from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';

/** Entities that one read brings. */
const PAGE = 1_000;

/** Which systems are asked for. */
export interface SuccessionFilter {
  owners?: readonly string[];
  /** Also what the groups below the owners own. */
  descendants: boolean;
  domain?: string;
}

/** A system with its components, or a component that is in no system. */
export interface Carrier {
  entity: CatalogEntity;
  /** The components whose activity tells who knows it. */
  members: readonly CatalogEntity[];
}

const kinds = ['system', 'component'];

/** The systems, and the components in no system, that somebody may see and that a filter selects. */
export async function readCarriers(
  catalog: CatalogStore,
  filter: SuccessionFilter,
  visibility: Visibility,
): Promise<Carrier[]> {
  const selected = await readSelected(catalog, filter, visibility);
  const systems = selected.filter(({ kind }) => kind === 'system');
  const components = selected.filter(({ kind }) => kind === 'component');
  const [inSystems, seenSystems] = await Promise.all([
    isOfAll(filter)
      ? components
      : readMembers(
          catalog,
          systems.map(({ ref }) => ref),
          visibility,
        ),
    catalog.existingRefs(
      new Set(components.flatMap(({ systemRef }) => systemRef ?? [])),
      visibility,
    ),
  ]);
  const members = new Map<string, CatalogEntity[]>();
  for (const member of inSystems) {
    const { systemRef = '' } = member;
    const known = members.get(systemRef);
    if (known) {
      known.push(member);
    } else {
      members.set(systemRef, [member]);
    }
  }
  return [
    ...systems.map(entity => ({
      entity,
      members: members.get(entity.ref) ?? [],
    })),
    // What is in a hidden system stands for itself.
    ...components
      .filter(({ systemRef }) => !seenSystems.has(systemRef ?? ''))
      .map(entity => ({ entity, members: [entity] })),
  ];
}

function isOfAll({ owners, domain }: SuccessionFilter): boolean {
  return owners === undefined && domain === undefined;
}

/** The systems and components that a filter selects. What is below a hidden group or in a hidden domain is not told. */
async function readSelected(
  catalog: CatalogStore,
  filter: SuccessionFilter,
  visibility: Visibility,
): Promise<CatalogEntity[]> {
  const { owners, descendants, domain } = filter;
  const read = (scope: ScopeFilter) =>
    readScope(catalog, { kinds, ...scope }, visibility);
  if (isOfAll(filter)) {
    return read({ scopeRef: organisationScope });
  }
  const scopes = await catalog.existingRefs(
    [...(owners ?? []), ...(domain === undefined ? [] : [domain])],
    visibility,
  );
  if (domain !== undefined && !scopes.has(domain)) {
    return [];
  }
  const [inDomain, ...owned] = await Promise.all([
    domain === undefined ? null : read({ scopeRef: domain }),
    ...(owners === undefined
      ? []
      : [read({ scopeRef: organisationScope, ownerRefs: [...owners] })]),
    ...(descendants ? owners ?? [] : [])
      .filter(ref => scopes.has(ref))
      .map(ref => read({ scopeRef: ref })),
  ]);
  const ofOwners = new Map(owned.flat().map(entity => [entity.ref, entity]));
  if (inDomain === null) {
    return [...ofOwners.values()];
  }
  return inDomain.filter(
    ({ ref }) => owners === undefined || ofOwners.has(ref),
  );
}

/** The components of systems, whoever owns them. */
async function readMembers(
  catalog: CatalogStore,
  systemRefs: string[],
  visibility: Visibility,
): Promise<CatalogEntity[]> {
  return systemRefs.length === 0
    ? []
    : readScope(
        catalog,
        { scopeRef: organisationScope, kinds: ['component'], systemRefs },
        visibility,
      );
}

async function readScope(
  catalog: CatalogStore,
  filter: ScopeFilter,
  visibility: Visibility,
): Promise<CatalogEntity[]> {
  const entities: CatalogEntity[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalog.listScope(filter, visibility, {
      limit: PAGE,
      cursor,
    });
    entities.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return entities;
}
