import { createHash } from 'node:crypto';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogEntity, EntityLink } from './CatalogStore';
import { cleanText } from './cleanText';
import { entityDocument } from './entityDocument';
import { entityLinks } from './entityLinks';
import { entityProperties, type EntityProperty } from './entityProperties';
import {
  entityRelations,
  type EntityRelation,
  keptRelationTypes,
} from './entityRelations';
import { entityTier } from './entityTier';
import { kindOfRef, type ScopeNode } from './scopesOf';

/** Raise it when this version reads more from an entity than the one before, so that every entity is read anew. */
const projectionVersion = 4;

/** What the configuration says about reading entities. */
export interface SnapshotOptions {
  /** Label that holds the tier where the annotation is missing. */
  tierLabel?: string;
}

/** Everything the snapshot keeps of one entity, except what follows from other entities and from time. */
export interface SnapshotEntity
  extends Omit<
    CatalogEntity,
    'domainRef' | 'firstSeenAt' | 'seenAt' | 'removedAt'
  > {
  properties: EntityProperty[];
  links: EntityLink[];
  relations: EntityRelation[];
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? cleanText(value)
    : undefined;
}

function readTexts(value: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, text] of Object.entries(value ?? {})) {
    if (typeof text === 'string') {
      texts[cleanText(key)] = cleanText(text);
    }
  }
  return texts;
}

function targetsOf(entity: Entity, type: string): string[] {
  const targets = (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => cleanText(relation.targetRef).toLowerCase());
  return [...new Set(targets)].sort();
}

/** The owner whom `spec.owner` names comes first where several own the entity. */
function ownersOf(entity: Entity): string[] {
  const owners = targetsOf(entity, 'ownedBy');
  const named = readText(entity.spec?.owner)?.toLowerCase();
  const isNamed = (ref: string) =>
    named !== undefined &&
    [
      ref,
      ref.slice(ref.indexOf(':') + 1),
      ref.slice(ref.indexOf('/') + 1),
    ].some(form => form === named);
  return [
    ...owners.filter(isNamed),
    ...owners.filter(owner => !isNamed(owner)),
  ];
}

/** What the scopes of a catalog entity follow from. */
export function scopeNode(entity: Entity): ScopeNode {
  return {
    ref: cleanText(stringifyEntityRef(entity)),
    kind: cleanText(entity.kind).toLowerCase(),
    ownerRefs: ownersOf(entity),
    parentRefs: targetsOf(entity, 'childOf'),
    partOfRefs: targetsOf(entity, 'partOf').filter(ref =>
      ['system', 'domain'].includes(kindOfRef(ref)),
    ),
  };
}

/**
 * A digest of everything the snapshot reads of an entity, so that one that did not change is left alone. The catalog's
 * etag is not in it: it may be a provider's own, which survives a change of relations.
 */
export function hashEntity(entity: Entity, options: SnapshotOptions): string {
  const { etag, ...metadata } = entity.metadata;
  const relations = (entity.relations ?? [])
    .filter(({ type }) => keptRelationTypes.some(kept => kept === type))
    .map(relation => `${relation.type} ${relation.targetRef}`)
    .sort();
  return createHash('sha256')
    .update(
      JSON.stringify([
        projectionVersion,
        options.tierLabel ?? null,
        entity.apiVersion,
        entity.kind,
        metadata,
        entity.spec ?? null,
        relations,
      ]),
    )
    .digest('base64url');
}

/**
 * Reads a catalog entity. It never throws: a field of an unexpected type counts as missing.
 */
export function snapshotEntity(
  entity: Entity,
  options: SnapshotOptions,
): SnapshotEntity {
  const node = scopeNode(entity);
  const { metadata, spec } = entity;
  const annotations = readTexts(metadata.annotations);
  const labels = readTexts(metadata.labels);
  const systemRef = node.partOfRefs.find(ref => kindOfRef(ref) === 'system');
  return {
    ref: node.ref,
    kind: node.kind,
    namespace: cleanText(metadata.namespace ?? 'default'),
    name: cleanText(metadata.name),
    title: readText(metadata.title),
    type: readText(spec?.type),
    lifecycle: readText(spec?.lifecycle),
    ...entityTier({ annotations, labels }, options.tierLabel),
    systemRef,
    ownerRef: node.ownerRefs[0],
    parentRef: node.parentRefs[0] ?? systemRef ?? node.partOfRefs[0],
    tags: Array.isArray(metadata.tags)
      ? metadata.tags.flatMap(tag => readText(tag) ?? [])
      : [],
    annotations,
    labels,
    etag: readText(metadata.etag),
    properties: entityProperties(entity),
    links: entityLinks(entity, annotations),
    relations: entityRelations(node.ref, entity),
    document: entityDocument(entity),
  };
}
