import type { Entity } from '@backstage/catalog-model';
import { cleanText } from './cleanText';

/** Relations that the snapshot keeps. Each is kept at the entity that states it; the way back is a question of the index. */
export const keptRelationTypes = [
  'ownedBy',
  'childOf',
  'partOf',
  'memberOf',
  'dependsOn',
  'providesApi',
  'consumesApi',
  'measures',
] as const;

/** A relation that the snapshot keeps. */
export type RelationType = (typeof keptRelationTypes)[number];

/** A relation as the catalog states it. The target may not exist. */
export interface EntityRelation {
  entityRef: string;
  type: RelationType;
  /** Lower case. */
  targetRef: string;
}

/** The relations of an entity that the snapshot keeps, each once and in order. */
export function entityRelations(
  entityRef: string,
  entity: Entity,
): EntityRelation[] {
  const kept = new Map<string, EntityRelation>();
  for (const { type, targetRef } of entity.relations ?? []) {
    const known = keptRelationTypes.find(candidate => candidate === type);
    if (known) {
      const target = cleanText(targetRef).toLowerCase();
      kept.set(`${known} ${target}`, {
        entityRef,
        type: known,
        targetRef: target,
      });
    }
  }
  return [...kept.keys()].sort().map(key => kept.get(key)!);
}
