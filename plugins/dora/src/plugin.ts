import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { entityContentRouteRef, fleetRouteRef, rootRouteRef } from './routes';

/** DORA metrics, for apps of the legacy frontend system. */
export const doraPlugin = createPlugin({
  id: 'dora',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { fleet: fleetRouteRef },
});

/** The fleet page: a row a component, with filters in the URL. */
export const DoraFleetPage = doraPlugin.provide(
  createRoutableExtension({
    name: 'DoraFleetPage',
    component: () =>
      import('./components/DoraFleetPage').then(module => module.DoraFleetPage),
    mountPoint: rootRouteRef,
  }),
);

/** The tab on the page of a component, system, domain or group. */
export const EntityDoraContent = doraPlugin.provide(
  createRoutableExtension({
    name: 'EntityDoraContent',
    component: () =>
      import('./components/EntityDoraContent').then(
        module => module.EntityDoraContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card on an entity's overview. */
export const EntityDoraCard = doraPlugin.provide(
  createComponentExtension({
    name: 'EntityDoraCard',
    component: {
      lazy: () =>
        import('./components/EntityDoraCard').then(
          module => module.EntityDoraCard,
        ),
    },
  }),
);
