import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The home page. */
export const rootRouteRef = createRouteRef({ id: 'opmodel' });

/** The list of the catalog, to browse. */
export const catalogIndexRouteRef = createExternalRouteRef({
  id: 'catalog-index',
  optional: true,
  defaultTarget: 'catalog.catalogIndex',
});

/** The search page, which takes `query`. */
export const searchRouteRef = createExternalRouteRef({
  id: 'search',
  optional: true,
  defaultTarget: 'search.root',
});

/** The fleet page of DORA, which takes `owner`. */
export const doraFleetRouteRef = createExternalRouteRef({
  id: 'dora-fleet',
  optional: true,
  defaultTarget: 'dora.root',
});
