import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { entityContentRouteRef, pagesRouteRef, rootRouteRef } from './routes';

/** Ownership, for apps of the legacy frontend system. */
export const ownershipPlugin = createPlugin({
  id: 'ownership',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { pages: pagesRouteRef },
});

/** The pages of ownership: what is owned how well, the map, reviews, decisions and re-organisations. */
export const OwnershipPage = ownershipPlugin.provide(
  createRoutableExtension({
    name: 'OwnershipPage',
    component: () =>
      import('./components/OwnershipPages').then(
        module => module.OwnershipPages,
      ),
    mountPoint: rootRouteRef,
  }),
);

/** The tab on the page of a component, API, resource, system, domain or group. */
export const EntityOwnershipContent = ownershipPlugin.provide(
  createRoutableExtension({
    name: 'EntityOwnershipContent',
    component: () =>
      import('./components/EntityOwnershipContent').then(
        module => module.EntityOwnershipContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card on an entity's overview. */
export const EntityOwnershipCard = ownershipPlugin.provide(
  createComponentExtension({
    name: 'EntityOwnershipCard',
    component: {
      lazy: () =>
        import('./components/EntityOwnershipCard').then(
          module => module.EntityOwnershipCard,
        ),
    },
  }),
);
