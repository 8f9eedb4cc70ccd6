import { MARKER } from './hiddenWorld';
import type { WalkedRoute } from './walkedRoutes';
import { get } from './walkedScopes';

const plan = '/ownership/plans/walk';

/** It names nothing that there is, so that nothing is saved. */
const changes = [
  { type: 'dissolve_team', teamRefs: ['group:default/walk-nobody'] },
];

const inAMonth = new Date(Date.now() + 30 * 86_400_000)
  .toISOString()
  .slice(0, 10);

/** Who may plan sees a plan of somebody else as little as one that does not exist. */
const alone =
  'A plan is there for whoever saved it and for its named readers; nobody saved one here.';

/** The routes of what-if, plans and succession. What they tell of hidden entities is looked at in the tests of their API. */
export const walkedPlanRoutes: Record<string, WalkedRoute> = {
  'GET /ownership/succession': {
    takes: 'subjects',
    requests: get(
      '/ownership/succession',
      '/ownership/succession?limit=1',
      '/ownership/succession?owner=group:default/top',
      '/ownership/succession?owner=group:default/shop&descendants=false',
      '/ownership/succession?domain=domain:default/retail',
    ),
    about: get(
      `/ownership/succession?owner=group:default/${MARKER}-root`,
      `/ownership/succession?owner=group:default/${MARKER}-guild&descendants=false`,
    ),
  },
  'POST /ownership/what-if': {
    takes: 'opmodel.ownership.plan',
    status: 400,
    ofOneEntity: alone,
    requests: [{ path: '/ownership/what-if', body: { changes } }],
  },
  'GET /ownership/plans': {
    takes: 'planners',
    ofOneEntity: alone,
    requests: [{ path: '/ownership/plans' }],
  },
  'POST /ownership/plans': {
    takes: 'planners',
    status: 400,
    ofOneEntity: alone,
    requests: [
      {
        path: '/ownership/plans',
        body: { name: 'Walk', readerRefs: [], changes },
      },
    ],
  },
  'GET /ownership/plans/{planId}': {
    takes: 'planners',
    status: 404,
    ofOneEntity: alone,
    requests: [{ path: plan }],
  },
  'PUT /ownership/plans/{planId}': {
    takes: 'planners',
    status: 404,
    ofOneEntity: alone,
    requests: [
      {
        path: plan,
        method: 'put',
        body: {
          name: 'Walk',
          readerRefs: [],
          expiresOn: inAMonth,
          version: 1,
          changes,
        },
      },
    ],
  },
  'DELETE /ownership/plans/{planId}': {
    takes: 'planners',
    status: 404,
    ofOneEntity: alone,
    requests: [{ path: plan, method: 'delete' }],
  },
};
