import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { entityContentRouteRef, fleetRouteRef, rootRouteRef } from './routes';

/** flow metrics, for apps of the legacy frontend system. */
export const flowPlugin = createPlugin({
  id: 'flow',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { fleet: fleetRouteRef },
});

/** The fleet page: a row a component, with filters in the URL. */
export const FlowFleetPage = flowPlugin.provide(
  createRoutableExtension({
    name: 'FlowFleetPage',
    component: () =>
      import('./components/FlowFleetPage').then(module => module.FlowFleetPage),
    mountPoint: rootRouteRef,
  }),
);

/** The tab on the page of a component, system, domain or group. */
export const EntityFlowContent = flowPlugin.provide(
  createRoutableExtension({
    name: 'EntityFlowContent',
    component: () =>
      import('./components/EntityFlowContent').then(
        module => module.EntityFlowContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card on an entity's overview. */
export const EntityFlowCard = flowPlugin.provide(
  createComponentExtension({
    name: 'EntityFlowCard',
    component: {
      lazy: () =>
        import('./components/EntityFlowCard').then(
          module => module.EntityFlowCard,
        ),
    },
  }),
);
