import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import {
  catalogIndexRouteRef,
  doraFleetRouteRef,
  rootRouteRef,
  searchRouteRef,
} from './routes';

/** The home page of Opmodel, for apps of the earlier frontend system. */
export const opmodelPlugin = createPlugin({
  id: 'opmodel',
  routes: { root: rootRouteRef },
  externalRoutes: {
    catalogIndex: catalogIndexRouteRef,
    search: searchRouteRef,
    doraFleet: doraFleetRouteRef,
  },
});

/** What needs me, what is mine, and what the portal knows. */
export const OpmodelHomePage = opmodelPlugin.provide(
  createRoutableExtension({
    name: 'OpmodelHomePage',
    component: () => import('./components/HomePage').then(m => m.HomePage),
    mountPoint: rootRouteRef,
  }),
);
