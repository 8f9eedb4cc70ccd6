import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** Path of the tab below an entity's page, unless an app moves it. */
export const ENTITY_OWNERSHIP_PATH = 'ownership';

/** Where the ownership tab of an entity is. */
export function useOwnershipTabPath(): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  return entityRef => `${entityLink(entityRef)}/${ENTITY_OWNERSHIP_PATH}`;
}
