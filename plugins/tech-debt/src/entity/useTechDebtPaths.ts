import { useRouteRef } from '@backstage/core-plugin-api';
import { pagesRouteRef } from '../routes';

/** Where the pages of technical debt are. */
export interface TechDebtPaths {
  /** The register; takes the filters of the list in its query. */
  root: string;
  item(itemId: string): string;
}

/** Where the pages are; undefined where the app has none of them. */
export function useTechDebtPaths(): TechDebtPaths | undefined {
  const root = useRouteRef(pagesRouteRef)?.();
  return root === undefined
    ? undefined
    : { root, item: id => `${root}/items/${encodeURIComponent(id)}` };
}
