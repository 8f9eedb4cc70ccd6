import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The pages of ownership: list, map, reviews and what else there is. */
export const rootRouteRef = createRouteRef({ id: 'ownership' });

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef({ id: 'ownership-entity' });

/** The pages as the tab links to them; an app that shows only the tab has none. */
export const pagesRouteRef = createExternalRouteRef({
  id: 'pages',
  optional: true,
  defaultTarget: 'ownership.root',
});
