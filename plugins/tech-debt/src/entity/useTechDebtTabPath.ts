import { useEntityTabPath } from '@opmodel/backstage-plugin-opmodel-react';

/** Path of the tab below an entity's page, unless an app moves it. */
export const ENTITY_TECH_DEBT_PATH = 'tech-debt';

/** Where the tab of an entity is. */
export function useTechDebtTabPath(): (entityRef: string) => string {
  return useEntityTabPath(ENTITY_TECH_DEBT_PATH);
}
