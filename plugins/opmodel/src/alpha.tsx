import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import HomeIcon from '@material-ui/icons/Home';
import AcceptancesIcon from '@material-ui/icons/HowToReg';
import OperationsIcon from '@material-ui/icons/Build';
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

export { opmodelAcceptancesTranslationRef } from '@opmodel/backstage-plugin-opmodel-react';
export { opmodelOperationsTranslationRef } from './operationsTranslation';
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

const operationsPage = PageBlueprint.make({
  name: 'operations',
  params: {
    path: '/operations',
    title: 'Operations',
    icon: <OperationsIcon fontSize="inherit" />,
    routeRef: operationsRouteRef,
    loader: () =>
      import('./components/OperationsPage').then(m => (
        <m.OperationsPageContent />
      )),
  },
});

const acceptancesPage = PageBlueprint.make({
  name: 'acceptances',
  params: {
    path: '/acceptances',
    title: 'Acceptances',
    icon: <AcceptancesIcon fontSize="inherit" />,
    routeRef: acceptancesRouteRef,
    loader: () =>
      import('./components/AcceptancesPage').then(m => (
        <m.AcceptancesPageContent />
      )),
  },
});

const deliveryWidget = HomePageWidgetBlueprint.make({
  name: 'delivery',
  params: {
    name: 'OpmodelDelivery',
    title: 'How my teams deliver',
    description: 'The five DORA metrics of what your teams own.',
    components: () =>
      import('./components/DeliveryPanel').then(m => ({
        Content: m.DeliveryWidget,
      })),
    layout: {
      width: { minColumns: 3, defaultColumns: 4 },
      height: { minRows: 3, defaultRows: 4 },
    },
  },
});

/** The home page and the operator's page of Opmodel, and a widget for Backstage's own home page. */
export default createFrontendPlugin({
  pluginId: 'opmodel',
  title: 'Home',
  icon: <HomeIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
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
  extensions: [homePage, operationsPage, acceptancesPage, deliveryWidget],
});
