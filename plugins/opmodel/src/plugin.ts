import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import {
  acceptancesLinkRouteRef,
  acceptancesRouteRef,
  catalogIndexRouteRef,
  doraFleetRouteRef,
  operationsLinkRouteRef,
  operationsRouteRef,
  rootRouteRef,
  scorecardsLinkRouteRef,
  searchRouteRef,
} from './routes';

/** The home page and the operator's page of Opmodel, for apps of the earlier frontend system. */
export const opmodelPlugin = createPlugin({
  id: 'opmodel',
  routes: {
    root: rootRouteRef,
    operations: operationsRouteRef,
    acceptances: acceptancesRouteRef,
  },
  externalRoutes: {
    catalogIndex: catalogIndexRouteRef,
    search: searchRouteRef,
    doraFleet: doraFleetRouteRef,
    operations: operationsLinkRouteRef,
    acceptances: acceptancesLinkRouteRef,
    scorecards: scorecardsLinkRouteRef,
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

/** What needs an operator, and the state of the engine behind it. */
export const OpmodelOperationsPage = opmodelPlugin.provide(
  createRoutableExtension({
    name: 'OpmodelOperationsPage',
    component: () =>
      import('./components/OperationsPage').then(m => m.OperationsPage),
    mountPoint: operationsRouteRef,
  }),
);

/** What waits for a decision, and what was accepted until when. */
export const OpmodelAcceptancesPage = opmodelPlugin.provide(
  createRoutableExtension({
    name: 'OpmodelAcceptancesPage',
    component: () =>
      import('./components/AcceptancesPage').then(m => m.AcceptancesPage),
    mountPoint: acceptancesRouteRef,
  }),
);
