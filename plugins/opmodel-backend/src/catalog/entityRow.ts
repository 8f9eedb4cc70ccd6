import type { CatalogEntity, TierSource } from './CatalogStore';
import type { ChangedEntity } from './SnapshotStore';

/** A row of `entities`. */
export interface EntityRow {
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  /** Title or name in lower case. Databases do not agree on how to lower letters beyond ASCII. */
  sort_name: string;
  type: string | null;
  lifecycle: string | null;
  tier: string | null;
  tier_source: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  owner_ref: string | null;
  parent_ref: string | null;
  /** JSON array. */
  tags: string;
  /** JSON object. */
  annotations: string;
  /** JSON object. */
  labels: string;
  /** JSON object. */
  document: string | null;
  hash: string;
  scopes_hash: string;
  etag: string | null;
  // PostgreSQL gives 64-bit integers as text.
  first_seen_at: number | string;
  seen_at: number | string;
  removed_at: number | string | null;
}

/** The columns that a changed entity writes. */
export const entityColumns = {
  ref: 'text',
  kind: 'text',
  namespace: 'text',
  name: 'text',
  title: 'text',
  sort_name: 'text',
  type: 'text',
  lifecycle: 'text',
  tier: 'text',
  tier_source: 'text',
  system_ref: 'text',
  domain_ref: 'text',
  owner_ref: 'text',
  parent_ref: 'text',
  tags: 'text',
  annotations: 'text',
  labels: 'text',
  document: 'text',
  hash: 'text',
  scopes_hash: 'text',
  etag: 'text',
  first_seen_at: 'bigint',
  seen_at: 'bigint',
} as const;

/** The row of an entity that is new or changed at `now`. */
export function toEntityRow(
  entity: ChangedEntity,
  now: number,
): Omit<EntityRow, 'removed_at'> {
  return {
    ref: entity.ref,
    kind: entity.kind,
    namespace: entity.namespace,
    name: entity.name,
    title: entity.title ?? null,
    sort_name: (entity.title ?? entity.name).toLocaleLowerCase('en-US'),
    type: entity.type ?? null,
    lifecycle: entity.lifecycle ?? null,
    tier: entity.tier ?? null,
    tier_source: entity.tierSource ?? null,
    system_ref: entity.systemRef ?? null,
    domain_ref: entity.domainRef ?? null,
    owner_ref: entity.ownerRef ?? null,
    parent_ref: entity.parentRef ?? null,
    tags: JSON.stringify(entity.tags),
    annotations: JSON.stringify(entity.annotations),
    labels: JSON.stringify(entity.labels),
    document:
      entity.document === undefined ? null : JSON.stringify(entity.document),
    hash: entity.hash,
    scopes_hash: entity.scopesHash,
    etag: entity.etag ?? null,
    first_seen_at: now,
    seen_at: now,
  };
}

/** The entity of a row. */
export function fromEntityRow(row: EntityRow): CatalogEntity {
  return {
    ref: row.ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    tier: row.tier ?? undefined,
    tierSource: (row.tier_source as TierSource | null) ?? undefined,
    systemRef: row.system_ref ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    parentRef: row.parent_ref ?? undefined,
    tags: JSON.parse(row.tags),
    annotations: JSON.parse(row.annotations),
    labels: JSON.parse(row.labels),
    document: row.document === null ? undefined : JSON.parse(row.document),
    etag: row.etag ?? undefined,
    firstSeenAt: Number(row.first_seen_at),
    seenAt: Number(row.seen_at),
    removedAt: row.removed_at === null ? undefined : Number(row.removed_at),
  };
}
