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
      suffixes.map(suffix => `/entities/${scope}/ownership${suffix}`),
    ),
  );

const gaps = [
  'unowned',
  'dangling_owner',
  'owner_is_user',
  'empty_team',
  'single_member_team',
  'owner_without_contact',
  'owner_without_escalation',
  'review_overdue',
];

const sorts = ['name', 'rung', 'tier', 'due', 'reviewed'].flatMap(sort => [
  sort,
  `-${sort}`,
]);

/** Nobody can mean that day. */
const gapDate = { gap: 'review_overdue', dueDay: '2000-01-01' };

const setDate = (scopes: string[]) =>
  scopes.map(scope => ({
    path: `/entities/${scope}/ownership/gap-dates`,
    body: gapDate,
    method: 'put' as const,
  }));

const removeDate = (scopes: string[]) =>
  scopes.map(scope => ({
    path: `/entities/${scope}/ownership/gap-dates/unowned`,
    method: 'delete' as const,
  }));

/** The routes of ownership. */
export const walkedOwnershipRoutes: Record<string, WalkedRoute> = {
  'GET /entities/{kind}/{namespace}/{name}/ownership': {
    takes: 'subjects',
    requests: ofScopes(visibleScopes, [
      '',
      '?window=P30D',
      '?window=P1Y&ownership=then',
    ]),
    about: ofScopes(hiddenScopes, ['', '?ownership=then']),
  },
  'GET /entities/{kind}/{namespace}/{name}/ownership/explain': {
    takes: 'subjects',
    requests: ofScopes(visibleScopes, ['/explain']),
    about: ofScopes(hiddenScopes, ['/explain']),
  },
  'PUT /entities/{kind}/{namespace}/{name}/ownership/gap-dates': {
    takes: 'people',
    status: 400,
    requests: setDate(visibleScopes),
    about: setDate(hiddenScopes),
  },
  'DELETE /entities/{kind}/{namespace}/{name}/ownership/gap-dates/{gap}': {
    takes: 'people',
    status: 404,
    requests: removeDate(visibleScopes),
    about: removeDate(hiddenScopes),
  },
  'GET /ownership': {
    takes: 'subjects',
    requests: get(
      '/ownership',
      ...sorts.map(sort => `/ownership?sort=${sort}`),
      ...sorts.map(sort => `/ownership?sort=${sort}&limit=1`),
      ...gaps.map(gap => `/ownership?gap=${gap}`),
      ...filters.map(filter => `/ownership?${filter}`),
      '/ownership?overdue=true',
      '/ownership?overdue=false&kind=component',
    ),
    about: get(...hiddenFilters.map(filter => `/ownership?${filter}`)),
  },
  'GET /ownership/summary': {
    takes: 'subjects',
    requests: get(
      '/ownership/summary',
      '/ownership/summary?window=P1Y&kind=component',
      ...filters.map(filter => `/ownership/summary?${filter}`),
    ),
    about: get(...hiddenFilters.map(filter => `/ownership/summary?${filter}`)),
  },
  'GET /ownership/explain': {
    takes: 'subjects',
    requests: get(
      '/ownership/explain',
      ...filters.map(filter => `/ownership/explain?${filter}`),
    ),
    about: get(...hiddenFilters.map(filter => `/ownership/explain?${filter}`)),
  },
};

/** What agents may ask about ownership. */
export const walkedOwnershipActions: Record<string, WalkedAction> = {
  'opmodel:get-ownership': {
    takes: 'subjects',
    inputs: [
      { entityRef: 'group:default/top' },
      { entityRef: 'system:default/selling' },
      { entityRef: 'component:default/cart' },
      { entityRef: 'component:default/night' },
    ],
    about: [
      { entityRef: `component:default/${MARKER}-vault` },
      { entityRef: `group:default/${MARKER}-guild` },
    ],
  },
  'opmodel:list-ownership-gaps': {
    takes: 'subjects',
    inputs: [
      { teamRef: 'group:default/top' },
      { teamRef: 'group:default/shop' },
    ],
    about: [
      { teamRef: `group:default/${MARKER}-guild` },
      { teamRef: `group:default/${MARKER}-crew` },
    ],
  },
};
