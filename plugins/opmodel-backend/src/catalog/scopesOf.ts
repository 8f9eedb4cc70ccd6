/** What the scopes of an entity follow from. All refs in lower case. */
export interface ScopeNode {
  ref: string;
  kind: string;
  /** Owners by relation `ownedBy`. */
  ownerRefs: readonly string[];
  /** Groups above a group, by relation `childOf`. */
  parentRefs: readonly string[];
  /** Systems and domains that it is directly part of, by relation `partOf`. */
  partOfRefs: readonly string[];
}

/** The scope that everything counts in. */
export const organisationScope = 'org';

/** Entities without numbers of their own: nobody is ranked, and a location is only an address. */
const kindsWithoutScopes = ['user', 'location'];

/** The kind of a lower-case entity ref. */
export function kindOfRef(ref: string): string {
  return ref.slice(0, ref.indexOf(':'));
}

/** Adds the starts and everything above them. A cycle ends where it began. */
function climb(
  starts: readonly string[],
  above: (ref: string) => readonly string[],
  reached: Set<string>,
): void {
  const waiting = [...starts];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (!reached.has(ref)) {
      reached.add(ref);
      waiting.push(...above(ref));
    }
  }
}

/**
 * The scopes of owning: the groups among the owners, with all groups above them as they are now.
 *
 * A person who owns a component is no scope, because the engine keeps no numbers of people.
 */
export function scopesOfOwners(
  ownerRefs: readonly string[],
  nodes: ReadonlyMap<string, ScopeNode>,
): Set<string> {
  const reached = new Set<string>();
  climb(
    ownerRefs.filter(ref => kindOfRef(ref) === 'group'),
    ref => nodes.get(ref)?.parentRefs ?? [],
    reached,
  );
  return reached;
}

/**
 * Every scope an entity counts in: itself, the systems and domains above it, the groups that own it with all groups above
 * them (of a group: the groups above it), and `org`.
 *
 * A scope that the catalog names but does not have (a misspelled owner) is kept: what is above it is not known.
 *
 * @param nodes - all entities of the catalog by ref
 * @returns refs in ascending order, each once; none for people and locations
 */
export function scopesOf(
  entity: ScopeNode,
  nodes: ReadonlyMap<string, ScopeNode>,
): string[] {
  if (kindsWithoutScopes.includes(entity.kind)) {
    return [];
  }
  const scopes = scopesOfOwners(
    [...entity.ownerRefs, ...entity.parentRefs],
    nodes,
  );
  climb(entity.partOfRefs, ref => nodes.get(ref)?.partOfRefs ?? [], scopes);
  scopes.add(entity.ref);
  scopes.add(organisationScope);
  return [...scopes].sort();
}

/**
 * The domain of an entity: the one it is part of, or else the one of its system.
 */
export function domainOf(
  entity: ScopeNode,
  nodes: ReadonlyMap<string, ScopeNode>,
): string | undefined {
  const visited = new Set<string>();
  let refs = entity.partOfRefs;
  while (refs.length > 0) {
    const domain = refs.find(ref => kindOfRef(ref) === 'domain');
    if (domain) {
      return domain;
    }
    const unseen = refs.filter(ref => !visited.has(ref));
    unseen.forEach(ref => visited.add(ref));
    refs = unseen.flatMap(ref => nodes.get(ref)?.partOfRefs ?? []);
  }
  return undefined;
}
