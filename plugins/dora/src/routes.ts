import { createRouteRef } from '@backstage/core-plugin-api';

/** The fleet page. */
export const rootRouteRef = createRouteRef({ id: 'dora' });

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef({ id: 'dora-entity' });
