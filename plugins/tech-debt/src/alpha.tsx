import { configApiRef } from '@backstage/core-plugin-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import TechDebtIcon from '@material-ui/icons/AccountBalance';
import { isTechDebtEnabled } from './entity/techDebtSwitch';
import { techDebtEntityPredicate } from './entity/isTechDebtAvailable';
import { ENTITY_TECH_DEBT_PATH } from './entity/useTechDebtTabPath';
import {
  acceptancesRouteRef,
  entityContentRouteRef,
  pagesRouteRef,
  rootRouteRef,
} from './routes';

const TITLE = 'Tech debt';

/** Nothing has debt where the subject is switched off. */
const noEntity = () => false;

const pages = PageBlueprint.make({
  params: {
    path: '/tech-debt',
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/TechDebtPages').then(module => (
        <module.TechDebtPagesContent />
      )),
  },
});

const entityContent = EntityContentBlueprint.makeWithOverrides({
  factory(originalFactory, { apis }) {
    return originalFactory({
      path: ENTITY_TECH_DEBT_PATH,
      title: TITLE,
      routeRef: entityContentRouteRef,
      filter: isTechDebtEnabled(apis.get(configApiRef)!)
        ? techDebtEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityTechDebtContent').then(module => (
          <module.EntityTechDebtContent />
        )),
    });
  },
});

const entityCard = EntityCardBlueprint.makeWithOverrides({
  name: 'summary',
  factory(originalFactory, { apis }) {
    return originalFactory({
      type: 'info',
      filter: isTechDebtEnabled(apis.get(configApiRef)!)
        ? techDebtEntityPredicate
        : noEntity,
      loader: () =>
        import('./components/EntityTechDebtCard').then(module => (
          <module.EntityTechDebtCard />
        )),
    });
  },
});

/**
 * Technical debt: its pages, and a tab and a card on entities.
 *
 * `opmodel.subjects.tech-debt.enabled: false` takes tab and card away.
 */
export default createFrontendPlugin({
  pluginId: 'tech-debt',
  title: TITLE,
  icon: <TechDebtIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { pages: pagesRouteRef, acceptances: acceptancesRouteRef },
  extensions: [pages, entityContent, entityCard],
});
