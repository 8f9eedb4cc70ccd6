import { configApiRef } from '@backstage/core-plugin-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import TimelineIcon from '@material-ui/icons/Timeline';
import { isDoraEnabled } from './entity/doraSwitch';
import { doraEntityPredicate } from './entity/isDoraAvailable';
import { ENTITY_DORA_PATH } from './entity/useDoraTabPath';
import { entityContentRouteRef, fleetRouteRef, rootRouteRef } from './routes';

const TITLE = 'DORA';

/** Nothing has DORA metrics where the subject is switched off. */
const noEntity = () => false;

const fleetPage = PageBlueprint.make({
  params: {
    path: '/dora',
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/DoraFleetPage').then(module => (
        <module.DoraFleetPageContent />
      )),
  },
});

const entityContent = EntityContentBlueprint.makeWithOverrides({
  factory(originalFactory, { apis }) {
    return originalFactory({
      path: ENTITY_DORA_PATH,
      title: TITLE,
      routeRef: entityContentRouteRef,
      filter: isDoraEnabled(apis.get(configApiRef)!)
        ? doraEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityDoraContent').then(module => (
          <module.EntityDoraContent />
        )),
    });
  },
});

const entityCard = EntityCardBlueprint.makeWithOverrides({
  name: 'summary',
  factory(originalFactory, { apis }) {
    return originalFactory({
      type: 'info',
      filter: isDoraEnabled(apis.get(configApiRef)!)
        ? doraEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityDoraCard').then(module => (
          <module.EntityDoraCard />
        )),
    });
  },
});

/**
 * DORA metrics: a fleet page, a tab and a card on entities.
 *
 * `opmodel.subjects.dora.enabled: false` takes tab and card away.
 */
export default createFrontendPlugin({
  pluginId: 'dora',
  title: TITLE,
  icon: <TimelineIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { fleet: fleetRouteRef },
  extensions: [fleetPage, entityContent, entityCard],
});
