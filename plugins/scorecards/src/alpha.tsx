import { configApiRef } from '@backstage/core-plugin-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import ScorecardIcon from '@material-ui/icons/Grade';
import { areScorecardsEnabled } from './entity/scorecardSwitch';
import { scorecardEntityPredicate } from './entity/isScorecardAvailable';
import { ENTITY_SCORECARDS_PATH } from './entity/useScorecardTabPath';
import {
  acceptancesRouteRef,
  entityContentRouteRef,
  pagesRouteRef,
  rootRouteRef,
} from './routes';

const TITLE = 'Scorecards';

/** Nothing has scorecards where the subject is switched off. */
const noEntity = () => false;

const pages = PageBlueprint.make({
  params: {
    path: '/scorecards',
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/ScorecardPages').then(module => (
        <module.ScorecardPagesContent />
      )),
  },
});

const entityContent = EntityContentBlueprint.makeWithOverrides({
  factory(originalFactory, { apis }) {
    return originalFactory({
      path: ENTITY_SCORECARDS_PATH,
      title: TITLE,
      routeRef: entityContentRouteRef,
      filter: areScorecardsEnabled(apis.get(configApiRef)!)
        ? scorecardEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityScorecardsContent').then(module => (
          <module.EntityScorecardsContent />
        )),
    });
  },
});

const entityCard = EntityCardBlueprint.makeWithOverrides({
  name: 'summary',
  factory(originalFactory, { apis }) {
    return originalFactory({
      type: 'info',
      filter: areScorecardsEnabled(apis.get(configApiRef)!)
        ? scorecardEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityScorecardsCard').then(module => (
          <module.EntityScorecardsCard />
        )),
    });
  },
});

/**
 * Scorecards: their pages, and a tab and a card on entities.
 *
 * `opmodel.subjects.scorecards.enabled: false` takes tab and card away.
 */
export default createFrontendPlugin({
  pluginId: 'scorecards',
  title: TITLE,
  icon: <ScorecardIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { pages: pagesRouteRef, acceptances: acceptancesRouteRef },
  extensions: [pages, entityContent, entityCard],
});
