import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useLocation } from 'react-router-dom';

const KEPT_PARAMS = ['window', 'from', 'to', 'ownership'];

/**
 * Where a tab of an entity is, in the window that is shown now.
 *
 * @param tab - path of the tab below the page of the entity
 */
export function useEntityTabPath(tab: string): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  const shown = new URLSearchParams(useLocation().search);
  const kept = new URLSearchParams(
    KEPT_PARAMS.flatMap(name => {
      const value = shown.get(name);
      return value === null ? [] : [[name, value]];
    }),
  ).toString();
  return entityRef =>
    `${entityLink(entityRef)}/${tab}${kept ? `?${kept}` : ''}`;
}
