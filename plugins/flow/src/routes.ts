import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The fleet page. */
export const rootRouteRef = createRouteRef({ id: 'flow' });

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef({ id: 'flow-entity' });

/** The fleet page as the tab links to it; an app that shows only the tab has none. */
export const fleetRouteRef = createExternalRouteRef({
  id: 'fleet',
  optional: true,
  defaultTarget: 'flow.root',
});
