import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { AlphaEntity } from '@backstage/catalog-model/alpha';

/**
 * Shows processing errors on an entity, which stays in the catalog with everything else that it says. An error that a
 * processor emits would keep the whole entity from being processed: one that is new would never appear, and nobody could see why.
 */
export function withProcessingErrors(
  entity: Entity,
  messages: readonly string[],
): Entity {
  if (messages.length === 0) {
    return entity;
  }
  const { status } = entity as AlphaEntity;
  const shown: AlphaEntity = {
    ...entity,
    status: {
      ...status,
      items: [
        ...(status?.items ?? []),
        ...messages.map(message => ({
          type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
          level: 'error' as const,
          message: `InputError: ${message}`,
          error: { name: 'InputError', message },
        })),
      ],
    },
  };
  return shown;
}
