import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useLocation } from 'react-router-dom';

/** Path of the tab below an entity's page, unless an app moves it. */
export const ENTITY_FLOW_PATH = 'flow';

const KEPT_PARAMS = ['window', 'from', 'to', 'ownership'];

/** Where the flow tab of an entity is, in the window that is shown now. */
export function useFlowTabPath(): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  const shown = new URLSearchParams(useLocation().search);
  const kept = new URLSearchParams(
    KEPT_PARAMS.flatMap(name => {
      const value = shown.get(name);
      return value === null ? [] : [[name, value]];
    }),
  ).toString();
  return entityRef =>
    `${entityLink(entityRef)}/${ENTITY_FLOW_PATH}${kept ? `?${kept}` : ''}`;
}
