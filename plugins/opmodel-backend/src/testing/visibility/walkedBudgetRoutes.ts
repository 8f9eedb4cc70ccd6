import { MARKER } from './hiddenWorld';
import type { WalkedRoute } from './walkedRoutes';
import { filters, get, hiddenScopes, visibleScopes } from './walkedScopes';

const ofComponents = (scopes: string[]) =>
  scopes.filter(scope => scope.startsWith('component/'));

const gates = (scopes: string[], suffixes: string[]) =>
  get(
    ...scopes.flatMap(scope =>
      suffixes.map(suffix => `/entities/${scope}/release-gate${suffix}`),
    ),
  );

/** Without a reason, so that nothing changes. */
const breakGlass = (scopes: string[]) =>
  scopes.map(scope => ({
    path: `/entities/${scope}/release-gate/break-glass`,
    body: { reason: ' ' },
  }));

const visibleSlos = ['cart-works', 'mail-works', 'night-works'];
const hiddenSlos = [`${MARKER}-cart`, `${MARKER}-vault`];

/** A span that is none, so that nothing changes. */
const correct = (names: string[]) =>
  names.map(name => ({
    path: `/slos/default/${name}/corrections`,
    body: { from: 'walk', to: 'walk', reason: 'walk' },
  }));

const owners = filters.filter(filter => /^(owner|descendants)=/.test(filter));

/** What follows from budgets: policies, the release gate, corrections. */
export const walkedBudgetRoutes: Record<string, WalkedRoute> = {
  'GET /entities/{kind}/{namespace}/{name}/release-gate': {
    takes: 'subjects',
    ofOneEntity: 'It tells of the entity in its path alone.',
    requests: gates(ofComponents(visibleScopes), ['', '?risk=low']),
    about: gates(ofComponents(hiddenScopes), ['']),
  },
  'GET /entities/{kind}/{namespace}/{name}/release-gate/decisions': {
    takes: 'subjects',
    ofOneEntity: 'It tells of the entity in its path alone.',
    // What was allowed or unknown grows with each request of the walk.
    requests: gates(ofComponents(visibleScopes), [
      '/decisions?decision=held',
      '/decisions?decision=held&limit=1',
    ]),
    about: gates(ofComponents(hiddenScopes), ['/decisions?decision=held']),
  },
  'POST /entities/{kind}/{namespace}/{name}/release-gate/break-glass': {
    takes: 'people',
    status: 400,
    requests: breakGlass(ofComponents(visibleScopes)),
    about: breakGlass(ofComponents(hiddenScopes)),
  },
  'GET /slos/{namespace}/{name}/corrections': {
    takes: 'subjects',
    ofOneEntity: 'It tells of the SLO in its path alone.',
    requests: get(
      ...visibleSlos.map(name => `/slos/default/${name}/corrections`),
    ),
    about: get(...hiddenSlos.map(name => `/slos/default/${name}/corrections`)),
  },
  'POST /slos/{namespace}/{name}/corrections': {
    takes: 'people',
    status: 400,
    requests: correct(visibleSlos),
    about: correct(hiddenSlos),
  },
  'GET /slo-policies': {
    takes: 'subjects',
    requests: get(
      '/slo-policies?limit=100',
      '/slo-policies?limit=1',
      ...owners.map(filter => `/slo-policies?${filter}`),
    ),
    about: get(
      `/slo-policies?owner=group:default/${MARKER}-guild`,
      `/slo-policies?owner=group:default/${MARKER}-crew`,
    ),
  },
  'GET /slo-policies/{namespace}/{name}': {
    takes: 'subjects',
    status: 404,
    ofOneEntity: 'It tells of the policy in its path alone.',
    requests: get('/slo-policies/default/walk'),
  },
  'POST /slo-policies/{namespace}/{name}/exceptions': {
    takes: 'people',
    status: 404,
    requests: [
      {
        path: '/slo-policies/default/walk/exceptions',
        body: { entityRef: 'component:default/cart', reason: 'walk' },
      },
    ],
  },
};
