import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import HomeIcon from '@material-ui/icons/Home';
import {
  catalogIndexRouteRef,
  doraFleetRouteRef,
  rootRouteRef,
  searchRouteRef,
} from './routes';

export { opmodelHomeTranslationRef } from './translation';

const homePage = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Home',
    icon: <HomeIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/HomePage').then(m => <m.HomePageContent />),
  },
});

/** The home page of Opmodel. */
export default createFrontendPlugin({
  pluginId: 'opmodel',
  title: 'Home',
  icon: <HomeIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: {
    catalogIndex: catalogIndexRouteRef,
    search: searchRouteRef,
    doraFleet: doraFleetRouteRef,
  },
  extensions: [homePage],
});
