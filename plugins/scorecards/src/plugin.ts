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

/** Scorecards, for apps of the legacy frontend system. */
export const scorecardsPlugin = createPlugin({
  id: 'scorecards',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { pages: pagesRouteRef, acceptances: acceptancesRouteRef },
});

/** The pages of scorecards: where everything stands, why that moved, campaigns, exemptions, the editor, and one scorecard. */
export const ScorecardsPage = scorecardsPlugin.provide(
  createRoutableExtension({
    name: 'ScorecardsPage',
    component: () =>
      import('./components/ScorecardPages').then(
        module => module.ScorecardPages,
      ),
    mountPoint: rootRouteRef,
  }),
);

/** The tab on the page of an entity, system, domain or group. */
export const EntityScorecardsContent = scorecardsPlugin.provide(
  createRoutableExtension({
    name: 'EntityScorecardsContent',
    component: () =>
      import('./components/EntityScorecardsContent').then(
        module => module.EntityScorecardsContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card on an entity's overview. */
export const EntityScorecardsCard = scorecardsPlugin.provide(
  createComponentExtension({
    name: 'EntityScorecardsCard',
    component: {
      lazy: () =>
        import('./components/EntityScorecardsCard').then(
          module => module.EntityScorecardsCard,
        ),
    },
  }),
);
