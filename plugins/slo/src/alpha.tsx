import { configApiRef } from '@backstage/core-plugin-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import SloIcon from '@material-ui/icons/TrackChanges';
import { isSloEnabled } from './entity/sloSwitch';
import { sloEntityPredicate } from './entity/isSloAvailable';
import { ENTITY_SLO_PATH } from './entity/useSloTabPath';
import {
  acceptancesRouteRef,
  entityContentRouteRef,
  pagesRouteRef,
  rootRouteRef,
} from './routes';

const TITLE = 'SLOs';

/** Nothing has objectives where the subject is switched off. */
const noEntity = () => false;

const pages = PageBlueprint.make({
  params: {
    path: '/slos',
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/SloPages').then(module => (
        <module.SloPagesContent />
      )),
  },
});

const entityContent = EntityContentBlueprint.makeWithOverrides({
  factory(originalFactory, { apis }) {
    return originalFactory({
      path: ENTITY_SLO_PATH,
      title: TITLE,
      routeRef: entityContentRouteRef,
      filter: isSloEnabled(apis.get(configApiRef)!)
        ? sloEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntitySloContent').then(module => (
          <module.EntitySloContent />
        )),
    });
  },
});

const entityCard = EntityCardBlueprint.makeWithOverrides({
  name: 'summary',
  factory(originalFactory, { apis }) {
    return originalFactory({
      type: 'info',
      filter: isSloEnabled(apis.get(configApiRef)!)
        ? sloEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntitySloCard').then(module => (
          <module.EntitySloCard />
        )),
    });
  },
});

/**
 * Service level objectives: their pages, and a tab and a card on entities.
 *
 * `opmodel.subjects.slo.enabled: false` takes tab and card away.
 */
export default createFrontendPlugin({
  pluginId: 'slo',
  title: TITLE,
  icon: <SloIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { pages: pagesRouteRef, acceptances: acceptancesRouteRef },
  extensions: [pages, entityContent, entityCard],
});
