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

/** The systems, and the components in no system, that somebody may see and that a filter selects. */
export async function readCarriers(
  catalog: CatalogStore,
  filter: SuccessionFilter,
  visibility: Visibility,
): Promise<Carrier[]> {
  const all = await readScope(
    catalog,
    { scopeRef: organisationScope, kinds: ['system', 'component'] },
    visibility,
  );
  const systems = new Set(
    all.flatMap(({ kind, ref }) => (kind === 'system' ? ref : [])),
  );
  const members = new Map<string, CatalogEntity[]>();
  for (const entity of all) {
    const { kind, ref, systemRef } = entity;
    if (kind === 'component') {
      // What is in a hidden system stands for itself.
      const carrier = systems.has(systemRef ?? '') ? systemRef! : ref;
      members.set(carrier, [...(members.get(carrier) ?? []), entity]);
    }
  }
  const selected = await selectRefs(catalog, filter, visibility);
  return all
    .filter(
      ({ kind, ref, ownerRef }) =>
        (kind === 'system' || members.get(ref)?.[0]?.ref === ref) &&
        selected(ref, ownerRef),
    )
    .map(entity => ({ entity, members: members.get(entity.ref) ?? [] }));
}

async function selectRefs(
  catalog: CatalogStore,
  { owners, descendants, domain }: SuccessionFilter,
  visibility: Visibility,
): Promise<(ref: string, ownerRef: string | undefined) => boolean> {
  // What is below a hidden group or in a hidden domain is not told.
  const scopes = await catalog.existingRefs(
    [...(owners ?? []), ...(domain === undefined ? [] : [domain])],
    visibility,
  );
  const within = async (scopeRef: string) =>
    scopes.has(scopeRef)
      ? readScope(
          catalog,
          { scopeRef, kinds: ['system', 'component'] },
          visibility,
        )
      : [];
  const [below, inDomain] = await Promise.all([
    Promise.all((descendants ? owners ?? [] : []).map(within)),
    domain === undefined ? null : within(domain),
  ]);
  const belowOwners = new Set(below.flat().map(({ ref }) => ref));
  const ofDomain = inDomain && new Set(inDomain.map(({ ref }) => ref));
  return (ref, ownerRef) =>
    (owners === undefined ||
      owners.includes(ownerRef ?? '') ||
      belowOwners.has(ref)) &&
    (ofDomain === null || ofDomain.has(ref));
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
