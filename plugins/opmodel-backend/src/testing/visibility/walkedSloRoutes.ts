import { MARKER } from './hiddenWorld';
import type { WalkedAction, WalkedRoute } from './walkedRoutes';
import {
  filters,
  get,
  hiddenFilters,
  hiddenScopes,
  visibleScopes,
} from './walkedScopes';

const ofScopes = (scopes: string[], suffixes: string[]) =>
  get(
    ...scopes.flatMap(scope =>
      suffixes.map(suffix => `/entities/${scope}/${suffix}`),
    ),
  );

/** The same query of SLOs by name. */
const ofSlos = (names: string[], suffixes: string[]) =>
  get(
    ...names.flatMap(name =>
      suffixes.map(suffix => `/slos/default/${name}${suffix}`),
    ),
  );

const visibleSlos = ['cart-works', 'mail-works', 'night-works'];
const hiddenSlos = [
  `${MARKER}-cart`,
  `${MARKER}-vault`,
  // Spelled as nobody does.
  `${MARKER}-Cart`,
  `${MARKER}-cart%20`,
];

/** Filters of rules and problems: owner and system alone. */
const few = (all: string[]) =>
  all.filter(filter => /^(owner|descendants)=/.test(filter));

const sorts = [
  'worst',
  ...['name', 'remaining', 'burn', 'attainment', 'tier'].flatMap(sort => [
    sort,
    `-${sort}`,
  ]),
];

const ofOneSlo = 'It tells of the one SLO in its path.';

const oneSlo = (...suffixes: string[]): WalkedRoute => ({
  takes: 'subjects',
  ofOneEntity: ofOneSlo,
  requests: ofSlos(visibleSlos, suffixes),
  about: ofSlos(hiddenSlos, suffixes),
});

/** What people read about objectives. */
export const walkedSloRoutes: Record<string, WalkedRoute> = {
  'GET /entities/{kind}/{namespace}/{name}/slos': {
    takes: 'subjects',
    requests: ofScopes(visibleScopes, ['slos', 'slos?limit=1']),
    about: ofScopes(hiddenScopes, ['slos']),
  },
  'GET /entities/{kind}/{namespace}/{name}/slo-proposals': {
    takes: 'subjects',
    requests: ofScopes([...visibleScopes].reverse(), ['slo-proposals']),
    about: ofScopes(hiddenScopes, ['slo-proposals']),
  },
  'GET /slos': {
    takes: 'subjects',
    requests: get(
      '/slos?limit=100',
      ...sorts.map(sort => `/slos?sort=${sort}`),
      ...sorts.map(sort => `/slos?sort=${sort}&limit=1`),
      '/slos?state=exhausted',
      '/slos?burning=true',
      '/slos?review=overdue',
      ...filters.map(filter => `/slos?${filter}`),
    ),
    about: get(...hiddenFilters.map(filter => `/slos?${filter}`)),
  },
  'GET /slos/summary': {
    takes: 'subjects',
    requests: get(
      '/slos/summary',
      ...filters.map(filter => `/slos/summary?${filter}`),
    ),
    about: get(...hiddenFilters.map(filter => `/slos/summary?${filter}`)),
  },
  'GET /slos/uncovered': {
    takes: 'subjects',
    requests: get(
      '/slos/uncovered',
      '/slos/uncovered?limit=1',
      ...filters.map(filter => `/slos/uncovered?${filter}`),
    ),
    about: get(...hiddenFilters.map(filter => `/slos/uncovered?${filter}`)),
  },
  'GET /slos/problems': {
    takes: 'subjects',
    requests: get(
      '/slos/problems',
      '/slos/problems?limit=1',
      '/slos/problems?severity=error',
      ...few(filters).map(filter => `/slos/problems?${filter}`),
    ),
    about: get(
      `/slos/problems?rule=${MARKER}`,
      ...few(hiddenFilters).map(filter => `/slos/problems?${filter}`),
    ),
  },
  'GET /slos/rules': {
    takes: 'subjects',
    requests: get(
      '/slos/rules',
      '/slos/rules?format=sloth',
      '/slos/rules?format=pyrra',
      ...few(filters).map(filter => `/slos/rules?${filter}`),
    ),
    about: get(...few(hiddenFilters).map(filter => `/slos/rules?${filter}`)),
  },
  'GET /slos/{namespace}/{name}': oneSlo(''),
  'GET /slos/{namespace}/{name}/series': oneSlo(
    '/series?window=P30D',
    '/series?window=P1Y',
  ),
  'GET /slos/{namespace}/{name}/days': oneSlo('/days?window=P30D'),
  'GET /slos/{namespace}/{name}/windows': oneSlo('/windows'),
  'GET /slos/{namespace}/{name}/explain': oneSlo('/explain'),
  'GET /slos/{namespace}/{name}/buckets': oneSlo(
    '/buckets',
    '/buckets?resolution=300&limit=1',
  ),
};

/** What agents may ask about objectives. */
export const walkedSloActions: Record<string, WalkedAction> = {
  'opmodel:get-slo-status': {
    takes: 'subjects',
    inputs: [
      { entityRef: 'group:default/top' },
      { entityRef: 'component:default/cart' },
      { entityRef: 'system:default/selling' },
    ],
    about: [
      { entityRef: `component:default/${MARKER}-vault` },
      { entityRef: `group:default/${MARKER}-guild` },
    ],
  },
  'opmodel:list-burning-slos': {
    takes: 'subjects',
    inputs: [
      {},
      { teamRef: 'group:default/top' },
      { teamRef: 'group:default/shop' },
    ],
    about: [
      { teamRef: `group:default/${MARKER}-crew` },
      { teamRef: `group:default/${MARKER}-root` },
    ],
  },
  'opmodel:can-release': {
    takes: 'subjects',
    inputs: [
      { entityRef: 'component:default/cart' },
      { entityRef: 'component:default/mail', risk: 'low' },
      { entityRef: 'component:default/night' },
    ],
    about: [{ entityRef: `component:default/${MARKER}-vault` }],
  },
};
