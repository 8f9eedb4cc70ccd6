import { useEntityTabPath } from '@opmodel/backstage-plugin-opmodel-react';

/** Path of the tab below an entity's page, unless an app moves it. */
export const ENTITY_DORA_PATH = 'dora';

/** Where the DORA tab of an entity is, in the window that is shown now. */
export function useDoraTabPath(): (entityRef: string) => string {
  return useEntityTabPath(ENTITY_DORA_PATH);
}
