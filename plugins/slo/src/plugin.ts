import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import {
  acceptancesRouteRef,
  entityContentRouteRef,
  pagesRouteRef,
  rootRouteRef,
} from './routes';

/** Service level objectives, for apps of the legacy frontend system. */
export const sloPlugin = createPlugin({
  id: 'slo',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { pages: pagesRouteRef, acceptances: acceptancesRouteRef },
});

/** The pages of SLOs: all of them, coverage, problems of documents, policies, rules, and one SLO. */
export const SloPage = sloPlugin.provide(
  createRoutableExtension({
    name: 'SloPage',
    component: () =>
      import('./components/SloPages').then(module => module.SloPages),
    mountPoint: rootRouteRef,
  }),
);

/** The tab on the page of a component, API, resource, system, domain or group. */
export const EntitySloContent = sloPlugin.provide(
  createRoutableExtension({
    name: 'EntitySloContent',
    component: () =>
      import('./components/EntitySloContent').then(
        module => module.EntitySloContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card on an entity's overview. */
export const EntitySloCard = sloPlugin.provide(
  createComponentExtension({
    name: 'EntitySloCard',
    component: {
      lazy: () =>
        import('./components/EntitySloCard').then(
          module => module.EntitySloCard,
        ),
    },
  }),
);
