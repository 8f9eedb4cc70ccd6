import { hiddenDebtItems, visibleDebtItem } from './hiddenDebt';
import { MARKER } from './hiddenWorld';
import type { WalkedRequest, WalkedRoute } from './walkedRoutes';
import { filters, get, hiddenFilters } from './walkedScopes';

/** A file of items of which nothing can be taken in, so that the walk leaves the register as it is. */
const fileOf = (path: string, ...items: object[]): WalkedRequest => ({
  path,
  body: { format: 'json', text: JSON.stringify(items) },
});

const fileRoute = (path: string): WalkedRoute => ({
  takes: 'opmodel.tech-debt.create',
  requests: [
    fileOf(
      path,
      { externalId: visibleDebtItem },
      { title: ' ', entityRefs: ['component:default/cart'] },
    ),
  ],
  about: [
    fileOf(
      path,
      ...hiddenDebtItems.map(externalId => ({ externalId })),
      { title: 'walk', entityRefs: [`component:default/${MARKER}-vault`] },
      {
        title: 'walk',
        entityRefs: ['component:default/cart'],
        ownerRef: `group:default/${MARKER}-guild`,
      },
    ),
  ],
});

const path = '/tech-debt/items/export?format=json';

/** Files and documents of debt items, and changes to many of them. */
export const walkedExchangeRoutes: Record<string, WalkedRoute> = {
  'GET /tech-debt/documents': {
    takes: 'subjects',
    // Of what somebody may not see, they are told nothing that the engine found.
    ofReader: true,
    requests: get('/tech-debt/documents', '/tech-debt/documents?limit=1'),
  },
  'POST /tech-debt/imports/preview': fileRoute('/tech-debt/imports/preview'),
  'POST /tech-debt/imports': fileRoute('/tech-debt/imports'),
  'GET /tech-debt/items/export': {
    takes: 'subjects',
    requests: get(path, ...filters.map(query => `${path}&${query}`)),
    about: get(
      ...hiddenFilters.map(query => `${path}&${query}`),
      `${path}&entity=component:default/${MARKER}-vault`,
      `${path}&scope=group:default/${MARKER}-guild`,
    ),
  },
  'POST /tech-debt/items/bulk': {
    takes: 'opmodel.tech-debt.update',
    requests: [
      {
        path: '/tech-debt/items/bulk',
        body: {
          items: [{ id: 'none', version: 1 }],
          fields: { severity: 'low' },
        },
      },
    ],
    about: [
      {
        path: '/tech-debt/items/bulk',
        body: {
          items: hiddenDebtItems.map(id => ({ id, version: 2 })),
          status: { deed: 'plan' },
        },
      },
    ],
  },
};
