import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The pages of scorecards: all of them, entities, heat map, trends, why a score moved, campaigns, exemptions, the editor, and one scorecard. */
export const rootRouteRef = createRouteRef({ id: 'scorecards' });

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef({
  id: 'scorecards-entity',
});

/** The pages as tab and card link to them; an app that shows only the tab has none. */
export const pagesRouteRef = createExternalRouteRef({
  id: 'pages',
  optional: true,
  defaultTarget: 'scorecards.root',
});

/** The inbox of acceptances, where exemptions are decided. */
export const acceptancesRouteRef = createExternalRouteRef({
  id: 'acceptances',
  optional: true,
  defaultTarget: 'opmodel.acceptances',
});
