import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The pages of service level objectives: all of them, coverage, problems, policies, rules, and one SLO. */
export const rootRouteRef = createRouteRef({ id: 'slo' });

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef({ id: 'slo-entity' });

/** The pages as tab and card link to them; an app that shows only the tab has none. */
export const pagesRouteRef = createExternalRouteRef({
  id: 'pages',
  optional: true,
  defaultTarget: 'slo.root',
});

/** The inbox of acceptances, where corrections and exceptions are decided. */
export const acceptancesRouteRef = createExternalRouteRef({
  id: 'acceptances',
  optional: true,
  defaultTarget: 'opmodel.acceptances',
});
