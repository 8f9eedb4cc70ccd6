import { configApiRef } from '@backstage/core-plugin-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import OwnershipIcon from '@material-ui/icons/AccountTree';
import { isOwnershipEnabled } from './entity/ownershipSwitch';
import { ownershipEntityPredicate } from './entity/isOwnershipAvailable';
import { ENTITY_OWNERSHIP_PATH } from './entity/useOwnershipTabPath';
import { entityContentRouteRef, pagesRouteRef, rootRouteRef } from './routes';

const TITLE = 'Ownership';

/** Nothing has ownership where the subject is switched off. */
const noEntity = () => false;

const pages = PageBlueprint.make({
  params: {
    path: '/ownership',
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/OwnershipPages').then(module => (
        <module.OwnershipPagesContent />
      )),
  },
});

const entityContent = EntityContentBlueprint.makeWithOverrides({
  factory(originalFactory, { apis }) {
    return originalFactory({
      path: ENTITY_OWNERSHIP_PATH,
      title: TITLE,
      routeRef: entityContentRouteRef,
      filter: isOwnershipEnabled(apis.get(configApiRef)!)
        ? ownershipEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityOwnershipContent').then(module => (
          <module.EntityOwnershipContent />
        )),
    });
  },
});

const entityCard = EntityCardBlueprint.makeWithOverrides({
  name: 'summary',
  factory(originalFactory, { apis }) {
    return originalFactory({
      type: 'info',
      filter: isOwnershipEnabled(apis.get(configApiRef)!)
        ? ownershipEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityOwnershipCard').then(module => (
          <module.EntityOwnershipCard />
        )),
    });
  },
});

/**
 * Ownership: its pages, and a tab and a card on entities.
 *
 * `opmodel.subjects.ownership.enabled: false` takes tab and card away.
 */
export default createFrontendPlugin({
  pluginId: 'ownership',
  title: TITLE,
  icon: <OwnershipIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { pages: pagesRouteRef },
  extensions: [pages, entityContent, entityCard],
});
