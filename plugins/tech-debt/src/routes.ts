import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The pages of technical debt: the register, and one item. */
export const rootRouteRef = createRouteRef({ id: 'tech-debt' });

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef({
  id: 'tech-debt-entity',
});

/** The pages as tab and card link to them; an app that shows only the tab has none. */
export const pagesRouteRef = createExternalRouteRef({
  id: 'pages',
  optional: true,
  defaultTarget: 'tech-debt.root',
});

/** The inbox of acceptances, where accepting debt is decided. */
export const acceptancesRouteRef = createExternalRouteRef({
  id: 'acceptances',
  optional: true,
  defaultTarget: 'opmodel.acceptances',
});
