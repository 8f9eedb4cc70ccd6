import { configApiRef } from '@backstage/core-plugin-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import WavesIcon from '@material-ui/icons/Waves';
import { isFlowEnabled } from './entity/flowSwitch';
import { flowEntityPredicate } from './entity/isFlowAvailable';
import { ENTITY_FLOW_PATH } from './entity/useFlowTabPath';
import { entityContentRouteRef, fleetRouteRef, rootRouteRef } from './routes';

const TITLE = 'Flow';

/** Nothing has flow metrics where the subject is switched off. */
const noEntity = () => false;

const fleetPage = PageBlueprint.make({
  params: {
    path: '/flow',
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/FlowFleetPage').then(module => (
        <module.FlowFleetPageContent />
      )),
  },
});

const entityContent = EntityContentBlueprint.makeWithOverrides({
  factory(originalFactory, { apis }) {
    return originalFactory({
      path: ENTITY_FLOW_PATH,
      title: TITLE,
      routeRef: entityContentRouteRef,
      filter: isFlowEnabled(apis.get(configApiRef)!)
        ? flowEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityFlowContent').then(module => (
          <module.EntityFlowContent />
        )),
    });
  },
});

const entityCard = EntityCardBlueprint.makeWithOverrides({
  name: 'summary',
  factory(originalFactory, { apis }) {
    return originalFactory({
      type: 'info',
      filter: isFlowEnabled(apis.get(configApiRef)!)
        ? flowEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityFlowCard').then(module => (
          <module.EntityFlowCard />
        )),
    });
  },
});

/**
 * Flow metrics: a fleet page, a tab and a card on entities.
 *
 * `opmodel.subjects.flow.enabled: false` takes tab and card away.
 */
export default createFrontendPlugin({
  pluginId: 'flow',
  title: TITLE,
  icon: <WavesIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { fleet: fleetRouteRef },
  extensions: [fleetPage, entityContent, entityCard],
});
