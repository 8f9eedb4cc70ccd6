import type { JsonObject } from '@backstage/types';
import type { EntityRelation, RelationType } from './entityRelations';
import type { Visibility } from './Visibility';

/** A catalog entity as the snapshot keeps it. Instants are epoch milliseconds. */
export interface CatalogEntity {
  /** Entity ref in lower case: `component:default/checkout`. */
  ref: string;
  /** Lower case, as in the ref. */
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  /** How much depends on it, in the organisation's own words: `1`, `gold`. */
  tier?: string;
  /** Where the tier was read: `annotation` or `label`. */
  tierSource?: TierSource;
  systemRef?: string;
  /** The domain of the entity, or of its system. */
  domainRef?: string;
  ownerRef?: string;
  /**
   * The scope directly above: of a group its parent group, of a domain the domain above, of a system its domain, of
   * everything else its system.
   */
  parentRef?: string;
  tags: string[];
  annotations: Record<string, string>;
  labels: Record<string, string>;
  /** Description, links, and of groups, the kinds of the operating model and OpenSLO documents what they say of themselves. */
  document?: JsonObject;
  etag?: string;
  firstSeenAt: number;
  /** When the entity last changed in the snapshot; every complete scan confirms the rest. */
  seenAt: number;
  /** Set once a complete scan no longer found it. Its history stays. */
  removedAt?: number;
}

/** Where a tier was read. */
export type TierSource = 'annotation' | 'label';

/** How an outside identity finds an entity. */
export interface EntityLink {
  /** Name space of the identity: `git`, `github`, `pagerduty-service`. */
  system: string;
  externalId: string;
  /** Folder of the entity within a shared repository, without slashes at its ends. */
  path?: string;
  entityRef: string;
}

/** An outside identity. */
export type LinkKey = Pick<EntityLink, 'system' | 'externalId'>;

/** Who owned an entity, from (inclusive) and to (exclusive, absent while it lasts). Epoch milliseconds. */
export interface OwnershipSpan {
  entityRef: string;
  /** Absent: nobody. */
  ownerRef?: string;
  /** 0 where the record does not know the beginning. */
  fromAt: number;
  toAt?: number;
  /** When the snapshot learned it. */
  recordedAt: number;
}

/** Which entities of a scope are asked for. Values of one list are alternatives; lists are combined by AND. */
export interface ScopeFilter {
  /** A component, resource, API, system, domain or group, or the literal `org` for everything. */
  scopeRef: string;
  kinds?: string[];
  types?: string[];
  lifecycles?: string[];
  tiers?: string[];
  /** Exactly these owners; a group with its descendants is a scope. */
  ownerRefs?: string[];
  systemRefs?: string[];
}

/** One page of a list that is ordered by `ref`. */
export interface PageRequest {
  /** At most 1,000. */
  limit: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  /** Absent on the last page. */
  nextCursor?: string;
}

/** How current the snapshot is. Instants are epoch milliseconds. */
export interface SnapshotState {
  /** End of the last complete scan; absent before the first. */
  completedAt?: number;
  /** Entities in the catalog at that scan. */
  entities: number;
  /** The newest scans first, at most ten. */
  scans: SnapshotScan[];
}

/** One scan of the catalog. */
export interface SnapshotScan {
  id: string;
  startedAt: number;
  finishedAt?: number;
  state: 'running' | 'complete' | 'failed';
  /** Entities read. */
  entities?: number;
  /** Entities added or changed. */
  changed?: number;
  /** Entities that the catalog no longer has. */
  removed?: number;
  /** What was found wrong with single entities; the first hundred. */
  problems: SnapshotProblem[];
  /** Why it failed. */
  error?: string;
}

/** Something in an entity that could not be read; the rest of the entity was. */
export interface SnapshotProblem {
  entityRef: string;
  message: string;
}

/**
 * Reads of the catalog snapshot. Each takes the caller's {@link Visibility}; the engine's own work passes `seesAll`.
 * An entity that was removed from the catalog is not found, except where a method says so.
 */
export interface CatalogStore {
  /** The entity, or undefined when it does not exist or may not be seen. */
  getEntity(
    ref: string,
    visibility: Visibility,
  ): Promise<CatalogEntity | undefined>;

  /**
   * The entities among `refs` that exist and may be seen, ordered by ref.
   *
   * @param options - `includeRemoved`: also those that the catalog no longer has, for names in old records; `withOwners`: also who owns any
   *   of them, whether or not that one may be seen itself
   */
  getEntities(
    refs: Iterable<string>,
    visibility: Visibility,
    options?: { includeRemoved?: boolean; withOwners?: boolean },
  ): Promise<CatalogEntity[]>;

  /** The refs among `refs` that exist and may be seen. */
  existingRefs(
    refs: Iterable<string>,
    visibility: Visibility,
  ): Promise<Set<string>>;

  /** The refs of all entities that exist and may be seen, in order. */
  listRefs(visibility: Visibility): Promise<string[]>;

  /** The entities that count in a scope now, ordered by ref. */
  listScope(
    filter: ScopeFilter,
    visibility: Visibility,
    page: PageRequest,
  ): Promise<Page<CatalogEntity>>;

  /** The number of entities that count in a scope now. */
  countScope(filter: ScopeFilter, visibility: Visibility): Promise<number>;

  /**
   * The scopes directly below a scope, ordered by ref: of `org` the groups without a parent, of a group its child groups,
   * of a domain its subdomains and systems, of a system what belongs to it. What is directly owned by a group is found by
   * {@link CatalogStore.listScope} with `ownerRefs`.
   */
  listChildren(
    scopeRef: string,
    visibility: Visibility,
  ): Promise<CatalogEntity[]>;

  /** The scopes in which the entity counts now: itself, system, domains, owner groups with their ancestors, `org`. */
  listScopesOf(entityRef: string, visibility: Visibility): Promise<string[]>;

  /** The entities that declare one of the outside identities. */
  findLinks(
    keys: Iterable<LinkKey>,
    visibility: Visibility,
  ): Promise<EntityLink[]>;

  /** The outside identities that the entities declare. */
  listLinks(
    entityRefs: Iterable<string>,
    visibility: Visibility,
  ): Promise<EntityLink[]>;

  /** The entities that carry at least one of the annotations, ordered by ref. */
  listByAnnotation(
    annotations: string[],
    visibility: Visibility,
    page: PageRequest,
  ): Promise<Page<CatalogEntity>>;

  /**
   * Relations of entities that may be seen. Whether the targets exist and may be seen is not asked.
   *
   * @param filter - `entityRefs`: that state them; `targetRefs`: that they lead to; absent: any
   */
  listRelations(
    filter: {
      types: readonly RelationType[];
      entityRefs?: Iterable<string>;
      targetRefs?: Iterable<string>;
    },
    visibility: Visibility,
  ): Promise<EntityRelation[]>;

  /** Who owned the entity, oldest first. Also of an entity that was removed. */
  listOwnership(
    entityRef: string,
    visibility: Visibility,
  ): Promise<OwnershipSpan[]>;

  /** How current the snapshot is. It names no entity, so it is for everyone. */
  snapshotState(): Promise<SnapshotState>;
}
