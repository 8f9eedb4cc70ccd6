import type { FactEntity } from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogEntity } from '../../catalog/CatalogStore';

/** What a provider of facts sees of an entity of the snapshot. */
export function toFactEntity(entity: CatalogEntity): FactEntity {
  const description = entity.document?.description;
  return {
    entityRef: entity.ref,
    kind: entity.kind,
    namespace: entity.namespace,
    name: entity.name,
    title: entity.title,
    description: typeof description === 'string' ? description : undefined,
    type: entity.type,
    lifecycle: entity.lifecycle,
    tier: entity.tier,
    systemRef: entity.systemRef,
    domainRef: entity.domainRef,
    ownerRef: entity.ownerRef,
    tags: entity.tags,
    annotations: entity.annotations,
    labels: entity.labels,
  };
}
