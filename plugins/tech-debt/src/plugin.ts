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

/** Technical debt, for apps of the legacy frontend system. */
export const techDebtPlugin = createPlugin({
  id: 'tech-debt',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { pages: pagesRouteRef, acceptances: acceptancesRouteRef },
});

/** The pages of technical debt: the register, and one item. */
export const TechDebtPage = techDebtPlugin.provide(
  createRoutableExtension({
    name: 'TechDebtPage',
    component: () =>
      import('./components/TechDebtPages').then(module => module.TechDebtPages),
    mountPoint: rootRouteRef,
  }),
);

/** The tab on the page of an entity, system, domain or group. */
export const EntityTechDebtContent = techDebtPlugin.provide(
  createRoutableExtension({
    name: 'EntityTechDebtContent',
    component: () =>
      import('./components/EntityTechDebtContent').then(
        module => module.EntityTechDebtContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card on an entity's overview. */
export const EntityTechDebtCard = techDebtPlugin.provide(
  createComponentExtension({
    name: 'EntityTechDebtCard',
    component: {
      lazy: () =>
        import('./components/EntityTechDebtCard').then(
          module => module.EntityTechDebtCard,
        ),
    },
  }),
);
