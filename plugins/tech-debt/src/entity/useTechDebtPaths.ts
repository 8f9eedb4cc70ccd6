import { useRouteRef } from '@backstage/core-plugin-api';
import { pagesRouteRef } from '../routes';

/** Where the pages of technical debt are. */
export interface TechDebtPaths {
  /** The register; takes the filters of the list in its query. */
  root: string;
  item(itemId: string): string;
  /** The editor of an item. */
  edit(itemId: string): string;
  /** The editor of a new item, with what is known of it. */
  newItem(known?: { title?: string; entityRef?: string }): string;
}

/** Where the pages are; undefined where the app has none of them. */
export function useTechDebtPaths(): TechDebtPaths | undefined {
  const root = useRouteRef(pagesRouteRef)?.();
  return root === undefined ? undefined : pathsBelow(root);
}

function pathsBelow(root: string): TechDebtPaths {
  const item = (id: string) => `${root}/items/${encodeURIComponent(id)}`;
  return {
    root,
    item,
    edit: id => `${item(id)}/edit`,
    newItem: ({ title = '', entityRef = '' } = {}) => {
      const query = new URLSearchParams({
        ...(title && { title }),
        ...(entityRef && { entity: entityRef }),
      }).toString();
      return query ? `${root}/new?${query}` : `${root}/new`;
    },
  };
}
