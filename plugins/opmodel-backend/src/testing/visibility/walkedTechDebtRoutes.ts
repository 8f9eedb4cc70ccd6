import {
  hiddenDebtItems,
  hiddenDebtReport,
  visibleDebtItem,
  visibleDebtReport,
  visibleIssue,
} from './hiddenDebt';
import { MARKER } from './hiddenWorld';
import type { WalkedAction, WalkedRoute } from './walkedRoutes';
import {
  filters,
  get,
  hiddenFilters,
  hiddenScopes,
  visibleScopes,
} from './walkedScopes';

/** The ref of a scope as a path writes it. */
const refOf = (scope: string) => scope.replace('/', ':');

const ofOneItem = 'It tells of the one item in its path.';

const hiddenQueries = [
  ...hiddenFilters,
  `scope=group:default/${MARKER}-guild`,
  `scope=system:default/${MARKER}-system`,
  `scope=domain:default/${MARKER}-domain`,
  `entity=component:default/${MARKER}-vault`,
];

/** What is hidden, and is a link of an item as it may be of any. */
const hiddenLinks = [
  `linkType=slo&linkRef=slo:default/${MARKER}-vault`,
  `linkType=check&linkRef=scorecard:default/${MARKER}-ready%23titled`,
  `linkType=decision&linkRef=${MARKER}`,
];

const queries = [
  '',
  ...filters,
  'scope=group:default/top',
  'scope=system:default/selling',
  'entity=component:default/cart',
];

/** The same report of everything, and of what each filter selects. */
const report = (path: string): Pick<WalkedRoute, 'requests' | 'about'> => ({
  requests: get(...queries.map(query => `${path}?${query}`)),
  about: get(...hiddenQueries.map(query => `${path}?${query}`)),
});

const ofVisible = (suffix: string) =>
  get(`/tech-debt/items/${visibleDebtItem}${suffix}`);
const ofHidden = (suffix: string) =>
  get(...hiddenDebtItems.map(id => `/tech-debt/items/${id}${suffix}`));

/** Something that is done to an item, of which there is none. */
const done = (
  permission: 'create' | 'update' | 'delete',
  sent: { method?: 'patch' | 'delete'; suffix?: string; body?: object },
): WalkedRoute => {
  const { method, suffix = '', body } = sent;
  const requestOf = (id: string) => ({
    method,
    path: `/tech-debt/items/${id}${suffix}`,
    body,
  });
  return {
    takes: `opmodel.tech-debt.${permission}`,
    status: 404,
    requests: [requestOf('none')],
    about: hiddenDebtItems.map(requestOf),
  };
};

const acceptanceOf = (id: string) => ({
  path: `/tech-debt/items/${id}/acceptance`,
  body: { reason: 'walk', riskLevel: 'low', expiresOn: '2100-01-01' },
});

const reportRequest = (
  method: 'patch' | 'delete',
  id: string,
  body?: object,
) => ({ method, path: `/tech-debt/reports/${id}`, body });

const question = (name: string) => ({
  path: '/tech-debt/items/duplicates',
  body: {
    title: 'Old queue',
    entityRefs: [`component:default/${name}`],
    links: [{ type: 'issue', ref: visibleIssue }],
  },
});

/** An item that is linked to something. */
const linkedTo = (type: string, ref: string) => ({
  path: '/tech-debt/items',
  body: {
    title: 'walk',
    entityRefs: ['component:default/cart'],
    links: [{ type, ref }],
  },
});

/** The register of technical debt. */
export const walkedTechDebtRoutes: Record<string, WalkedRoute> = {
  'GET /tech-debt/items': {
    takes: 'subjects',
    ofReader: true,
    requests: [
      ...report('/tech-debt/items').requests,
      ...get(
        '/tech-debt/items?limit=1',
        '/tech-debt/items?sort=-priority&overdue=true',
        '/tech-debt/items?sort=owner&status=open&severity=critical',
        '/tech-debt/items?sort=owner&limit=1',
        `/tech-debt/items?linkType=issue&linkRef=${visibleIssue}`,
      ),
    ],
    about: get(
      ...[...hiddenQueries, ...hiddenLinks].map(
        query => `/tech-debt/items?${query}`,
      ),
    ),
  },
  'POST /tech-debt/items': {
    takes: 'opmodel.tech-debt.create',
    status: 400,
    requests: [
      {
        path: '/tech-debt/items',
        body: { title: ' ', entityRefs: ['component:default/cart'] },
      },
    ],
    about: [
      {
        path: '/tech-debt/items',
        body: { title: 'walk', entityRefs: [`component:default/${MARKER}-x`] },
      },
      linkedTo('slo', `slo:default/${MARKER}-cart`),
      linkedTo('slo', `slo:default/${MARKER}-vault`),
      linkedTo('incident', `${MARKER}-vault-i1`),
      linkedTo('exemption', `${MARKER}-exemption`),
    ],
  },
  'POST /tech-debt/items/duplicates': {
    takes: 'subjects',
    requests: [question('cart'), question('mail')],
    about: [question(`${MARKER}-vault`)],
  },
  'GET /tech-debt/items/{itemId}': {
    takes: 'subjects',
    ofReader: true,
    ofOneEntity: ofOneItem,
    requests: ofVisible(''),
    about: ofHidden(''),
  },
  'PATCH /tech-debt/items/{itemId}': done('update', {
    method: 'patch',
    body: { version: 1, title: 'walk' },
  }),
  'DELETE /tech-debt/items/{itemId}': done('delete', {
    method: 'delete',
    suffix: '?version=1',
  }),
  'POST /tech-debt/items/{itemId}/status': done('update', {
    suffix: '/status',
    body: { version: 1, deed: 'plan' },
  }),
  'GET /tech-debt/items/{itemId}/versions': {
    takes: 'subjects',
    ofOneEntity: ofOneItem,
    requests: ofVisible('/versions'),
    about: ofHidden('/versions'),
  },
  'GET /tech-debt/items/{itemId}/comments': {
    takes: 'subjects',
    ofOneEntity: ofOneItem,
    requests: ofVisible('/comments'),
    about: ofHidden('/comments'),
  },
  'POST /tech-debt/items/{itemId}/comments': done('create', {
    suffix: '/comments',
    body: { text: 'walk' },
  }),
  'POST /tech-debt/items/{itemId}/acceptance': {
    takes: 'people',
    status: 404,
    requests: [acceptanceOf('none')],
    about: hiddenDebtItems.map(acceptanceOf),
  },
  'GET /tech-debt/reports': {
    takes: 'subjects',
    ofReader: true,
    requests: get(
      '/tech-debt/reports',
      '/tech-debt/reports?unlinked=true',
      '/tech-debt/reports?limit=1',
      '/tech-debt/reports?scope=group:default/top',
      '/tech-debt/reports?entity=component:default/cart',
      `/tech-debt/reports?item=${visibleDebtItem}`,
    ),
    about: get(
      `/tech-debt/reports?scope=group:default/${MARKER}-guild`,
      `/tech-debt/reports?entity=component:default/${MARKER}-vault`,
      `/tech-debt/reports?item=${hiddenDebtItems[0]}`,
    ),
  },
  'POST /tech-debt/reports': {
    takes: 'opmodel.tech-debt.create',
    status: 400,
    requests: [
      {
        path: '/tech-debt/reports',
        body: { entityRef: 'component:default/none', what: 'walk' },
      },
    ],
    about: [
      {
        path: '/tech-debt/reports',
        body: { entityRef: `component:default/${MARKER}-vault`, what: 'walk' },
      },
    ],
  },
  'GET /tech-debt/reports/{reportId}': {
    takes: 'subjects',
    ofReader: true,
    ofOneEntity: 'It tells of the one report in its path.',
    requests: get(`/tech-debt/reports/${visibleDebtReport}`),
    about: get(`/tech-debt/reports/${hiddenDebtReport}`),
  },
  'PATCH /tech-debt/reports/{reportId}': {
    takes: 'opmodel.tech-debt.update',
    status: 404,
    requests: [reportRequest('patch', 'none', { version: 1, what: 'walk' })],
    about: [
      reportRequest('patch', hiddenDebtReport, { version: 1, what: 'walk' }),
    ],
  },
  'DELETE /tech-debt/reports/{reportId}': {
    takes: 'opmodel.tech-debt.delete',
    status: 404,
    requests: [reportRequest('delete', 'none?version=1')],
    about: [reportRequest('delete', `${hiddenDebtReport}?version=1`)],
  },
  'GET /tech-debt/summary': {
    takes: 'subjects',
    ...report('/tech-debt/summary'),
  },
  'GET /tech-debt/matrix': {
    takes: 'subjects',
    ...report('/tech-debt/matrix'),
  },
  'GET /tech-debt/places': {
    takes: 'subjects',
    requests: [
      ...report('/tech-debt/places').requests,
      ...get(
        '/tech-debt/places?by=owner',
        '/tech-debt/places?by=domain',
        '/tech-debt/places?by=owner&status=accepted&overdue=true',
      ),
    ],
    about: report('/tech-debt/places').about,
  },
  'GET /tech-debt/flow': {
    takes: 'subjects',
    requests: [
      ...report('/tech-debt/flow').requests,
      ...get(
        '/tech-debt/flow?window=P30D&by=owner',
        '/tech-debt/flow?by=system&ownership=now',
        '/tech-debt/flow?by=domain&interval=month',
      ),
    ],
    about: report('/tech-debt/flow').about,
  },
  'GET /tech-debt/capacity': {
    takes: 'subjects',
    requests: get(
      '/tech-debt/capacity',
      '/tech-debt/capacity?ownership=now',
      ...visibleScopes.map(
        scope => `/tech-debt/capacity?scope=${refOf(scope)}&ownership=now`,
      ),
    ),
    about: get(
      ...hiddenScopes.map(scope => `/tech-debt/capacity?scope=${refOf(scope)}`),
    ),
  },
  'GET /tech-debt/top-ten': {
    takes: 'subjects',
    ...report('/tech-debt/top-ten'),
  },
  'GET /tech-debt/templates': {
    takes: 'subjects',
    ofOneEntity: 'It tells of no entity: the templates are the same for all.',
    requests: get('/tech-debt/templates'),
  },
  'GET /entities/{kind}/{namespace}/{name}/tech-debt': {
    takes: 'subjects',
    ofReader: true,
    requests: get(
      ...visibleScopes.flatMap(scope => [
        `/entities/${scope}/tech-debt`,
        `/entities/${scope}/tech-debt?status=open&limit=1`,
      ]),
    ),
    about: get(...hiddenScopes.map(scope => `/entities/${scope}/tech-debt`)),
  },
};

/** What agents may do with debt. */
export const walkedTechDebtActions: Record<string, WalkedAction> = {
  'opmodel:list-entity-debt': {
    takes: 'subjects',
    ofReader: true,
    inputs: [
      { entityRef: 'component:default/cart' },
      { entityRef: 'group:default/top' },
      { entityRef: 'system:default/selling', statuses: ['open', 'accepted'] },
    ],
    about: [
      { entityRef: `component:default/${MARKER}-vault` },
      { entityRef: `group:default/${MARKER}-guild` },
    ],
  },
  'opmodel:file-debt-item': {
    takes: 'opmodel.tech-debt.create',
    status: 400,
    inputs: [
      {
        title: ' ',
        entityRefs: ['component:default/cart'],
        description: 'walk',
        ownerRef: 'group:default/shop',
        category: 'code',
        severity: 'low',
        targetDate: '2027-06-01',
        principalDays: 1,
        interestDays: 1,
        occurrencesPerMonth: 1,
      },
    ],
    about: [
      { title: 'walk', entityRefs: [`component:default/${MARKER}-vault`] },
    ],
  },
};
