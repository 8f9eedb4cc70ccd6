import { useEntityTabPath } from '@opmodel/backstage-plugin-opmodel-react';

/** Path of the tab below an entity's page, unless an app moves it. */
export const ENTITY_OWNERSHIP_PATH = 'ownership';

/** Where the ownership tab of an entity is, in the window that is shown now. */
export function useOwnershipTabPath(): (entityRef: string) => string {
  return useEntityTabPath(ENTITY_OWNERSHIP_PATH);
}
