import { useEntityTabPath } from '@opmodel/backstage-plugin-opmodel-react';

/** Path of the tab below an entity's page, unless an app moves it. */
export const ENTITY_FLOW_PATH = 'flow';

/** Where the flow tab of an entity is, in the window that is shown now. */
export function useFlowTabPath(): (entityRef: string) => string {
  return useEntityTabPath(ENTITY_FLOW_PATH);
}
