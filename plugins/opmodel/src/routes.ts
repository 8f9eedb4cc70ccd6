import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The home page. */
export const rootRouteRef = createRouteRef({ id: 'opmodel' });

/** The operator's page. */
export const operationsRouteRef = createRouteRef({ id: 'opmodel-operations' });

/** The inbox of acceptances. */
export const acceptancesRouteRef = createRouteRef({
  id: 'opmodel-acceptances',
});

/** The way to the inbox, where the app has one. */
export const acceptancesLinkRouteRef = createExternalRouteRef({
  id: 'acceptances',
  optional: true,
  defaultTarget: 'opmodel.acceptances',
});

/** The way to the pages of scorecards, where the app has them. */
export const scorecardsLinkRouteRef = createExternalRouteRef({
  id: 'scorecards',
  optional: true,
  defaultTarget: 'scorecards.root',
});

/** The way to the operator's page, where the app has one. */
export const operationsLinkRouteRef = createExternalRouteRef({
  id: 'operations',
  optional: true,
  defaultTarget: 'opmodel.operations',
});

/** The list of the catalog, to browse. */
export const catalogIndexRouteRef = createExternalRouteRef({
  id: 'catalog-index',
  optional: true,
  defaultTarget: 'catalog.catalogIndex',
});

/** The search page, which takes `query`. */
export const searchRouteRef = createExternalRouteRef({
  id: 'search',
  optional: true,
  defaultTarget: 'search.root',
});

/** The fleet page of DORA, which takes `owner`. */
export const doraFleetRouteRef = createExternalRouteRef({
  id: 'dora-fleet',
  optional: true,
  defaultTarget: 'dora.root',
});
