import { useEntityTabPath } from '@opmodel/backstage-plugin-opmodel-react';

/** Path of the tab below an entity's page, unless an app moves it. */
export const ENTITY_SCORECARDS_PATH = 'scorecards';

/** Where the tab of an entity is, in the window that is shown now. */
export function useScorecardTabPath(): (entityRef: string) => string {
  return useEntityTabPath(ENTITY_SCORECARDS_PATH);
}
