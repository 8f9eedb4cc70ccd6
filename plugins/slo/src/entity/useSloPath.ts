import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { pagesRouteRef } from '../routes';

/** Where the page of an SLO is; undefined where the app has no such pages. */
export function useSloPath(): (sloRef: string) => string | undefined {
  const pages = useRouteRef(pagesRouteRef)?.();
  return sloRef => {
    if (pages === undefined) {
      return undefined;
    }
    const { namespace, name } = parseEntityRef(sloRef);
    return `${pages}/${encodeURIComponent(namespace)}/${encodeURIComponent(
      name,
    )}`;
  };
}
