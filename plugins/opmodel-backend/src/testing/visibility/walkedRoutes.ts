import { MARKER } from './hiddenWorld';
import { walkedAcceptanceRoutes } from './walkedAcceptanceRoutes';
import { walkedReviewRoutes } from './walkedReviewRoutes';
import {
  walkedDecisionActions,
  walkedDecisionRoutes,
} from './walkedDecisionRoutes';
import {
  walkedOwnershipActions,
  walkedOwnershipRoutes,
} from './walkedOwnershipRoutes';
import { walkedBudgetRoutes } from './walkedBudgetRoutes';
import { walkedExchangeRoutes } from './walkedExchangeRoutes';
import { walkedPlanRoutes } from './walkedPlanRoutes';
import {
  walkedScorecardActions,
  walkedScorecardRoutes,
} from './walkedScorecardRoutes';
import { walkedSloActions, walkedSloRoutes } from './walkedSloRoutes';
import { walkedSuggestionRoutes } from './walkedSuggestionRoutes';
import {
  walkedTechDebtActions,
  walkedTechDebtRoutes,
} from './walkedTechDebtRoutes';
import {
  filters,
  get,
  hiddenFilters,
  hiddenScopes,
  visibleScopes,
} from './walkedScopes';

/** One request of the walk. */
export interface WalkedRequest {
  path: string;
  /** Absent for GET. */
  body?: object;
  /** Default: POST with a body, GET without. */
  method?: 'put' | 'patch' | 'delete';
}

/** What the walk knows of a route. */
export interface WalkedRoute {
  /**
   * What it takes to get an answer: `anybody` who is known; the `catalog` or a subject's numbers, each limited to what the caller
   * may see; `people` who may read a subject's numbers, because it changes something; `planners`, who are people with the
   * permission to plan; or the permission of that name, which is not about entities.
   */
  takes:
    | 'anybody'
    | 'catalog'
    | 'subjects'
    | 'people'
    | 'planners'
    | `opmodel.${string}`;
  /** Requests whose answers show all that the route can tell. */
  requests: WalkedRequest[];
  /**
   * Requests that name something hidden, with the marker in its place. They are answered exactly as the same requests about
   * something that does not exist.
   */
  about?: WalkedRequest[];
  /** Why nothing hidden can be in what it tells of something visible. */
  ofOneEntity?: string;
  /** Why the answer does not depend on which entities its reader may see. */
  organisationWide?: string;
  /** It stands for whole scopes, so whoever sees only some of their members is told nothing, whether anything is hidden or not. */
  wholeScopes?: boolean;
  /** It tells its reader what he himself may do, or leaves out for him what names nothing that he sees, so the answers of two readers differ in that. */
  ofReader?: boolean;
  /** The status that it answers to the requests of who may; default: 200. */
  status?: number;
  /** Asks for a proof of its own instead of credentials, so that all callers get this status. */
  statusForAll?: number;
}

/** A source of webhooks that is configured. */
export const walkedSource = 'walk';

/** The same query of every scope, hidden or not. */
const ofScopes = (scopes: string[], suffixes: string[]) =>
  get(
    ...scopes.flatMap(scope =>
      suffixes.map(suffix => `/entities/${scope}/dora${suffix}`),
    ),
  );

/** The same for flow. */
const ofFlowScopes = (scopes: string[], suffixes: string[]) =>
  get(
    ...scopes.flatMap(scope =>
      suffixes.map(suffix => `/entities/${scope}/flow${suffix}`),
    ),
  );

const flowMetrics = [
  'cycle-time',
  'flow-time',
  'throughput',
  'wip',
  'work-item-age',
  'flow-efficiency',
  'allocation',
  'escaped-defects',
  'predictability',
  'build-success',
  'build-duration',
];

const doraMetrics = [
  'change-lead-time',
  'deployment-frequency',
  'failed-deployment-recovery-time',
  'change-fail-rate',
  'deployment-rework-rate',
  'time-to-restore',
  'incident-recurrence',
];

const sorts = [
  'name',
  'leadTime',
  'deployments',
  'lastDeployment',
  'changeFailRate',
  'recovery',
].flatMap(sort => [sort, `-${sort}`]);

const flowSorts = ['name', 'cycleTime', 'wip', 'throughput', 'oldest'].flatMap(
  sort => [sort, `-${sort}`],
);

const alone = 'It tells of the entity in its path alone.';

/** The same body sent about every scope. */
const sendTo = (scopes: string[], suffix: string, body: object) =>
  scopes.map(scope => ({ path: `/entities/${scope}/dora${suffix}`, body }));

const someComponents = visibleScopes.filter(scope =>
  scope.startsWith('component/'),
);

/** What nobody can mean, so that nothing changes. */
const correction = {
  kind: 'deployment_failed',
  deployment: { source: 'walk', id: 'walk' },
  failed: true,
  reason: 'walk',
};
const dispute = {
  metric: 'change-lead-time',
  from: '2999-01-01',
  to: '2999-01-02',
  reason: 'walk',
};
const answer = { verdict: 'rejected', answer: 'walk' };

const operators = 'The state of the engine is the same for all operators.';
const senders =
  'It tells operators what senders said, so that they can mend it; see docs/visibility.md.';
const producers =
  'Who delivers facts is told what became of them, whoever they are about.';

/**
 * Every route of the API by method and path, as `openapi.yaml` has them, and those that stand beside it. A route that is not
 * here fails the walk.
 */
export const walkedRoutes: Record<string, WalkedRoute> = {
  'GET /openapi.json': { takes: 'anybody', requests: get('/openapi.json') },

  'GET /ownership/map': {
    takes: 'subjects',
    requests: get(
      '/ownership/map?depth=6&limit=300',
      '/ownership/map?limit=10',
      '/ownership/map?rootRef=group:default/top&depth=6',
      '/ownership/map?rootRef=group:default/shop&depth=1&limit=10',
      '/ownership/map?focusRef=component:default/night',
      '/ownership/map?view=domains&depth=6&limit=300',
      '/ownership/map?view=domains&rootRef=domain:default/retail',
      '/ownership/map?view=interactions',
      '/ownership/map?view=interactions&rootRef=group:default/shop&depth=6',
    ),
    about: get(
      ...['', '&view=interactions'].flatMap(view =>
        ['rootRef', 'focusRef'].flatMap(name =>
          [`${MARKER}-guild`, `${MARKER}-crew`, `${MARKER}-root`].map(
            hidden => `/ownership/map?${name}=group:default/${hidden}${view}`,
          ),
        ),
      ),
      `/ownership/map?view=domains&rootRef=domain:default/${MARKER}-domain`,
      `/ownership/map?focusRef=component:default/${MARKER}-borrowed`,
    ),
  },
  'GET /ownership/map/search': {
    takes: 'subjects',
    requests: get(
      '/ownership/map/search?text=o&limit=100',
      '/ownership/map/search?text=o&limit=1',
      '/ownership/map/search?text=night',
      `/ownership/map/search?text=${MARKER}`,
    ),
  },

  'GET /entities/{kind}/{namespace}/{name}/dora': {
    takes: 'subjects',
    requests: ofScopes(visibleScopes, [
      '',
      '?window=P30D',
      '?window=P1Y&ownership=then',
      '?profile=devlake&edition=2021',
      '?profile=four-keys',
      '?profile=gitlab',
    ]),
    about: ofScopes(hiddenScopes, ['', '?ownership=then']),
  },
  'GET /entities/{kind}/{namespace}/{name}/dora/explain': {
    takes: 'subjects',
    requests: ofScopes(visibleScopes, [
      '/explain?metric=change-lead-time',
      '/explain?metric=deployment-frequency&window=P30D',
      '/explain?metric=deployment-frequency&ownership=then',
      ...doraMetrics.map(metric => `/explain?metric=${metric}&window=P1Y`),
    ]),
    about: ofScopes(hiddenScopes, ['/explain?metric=change-lead-time']),
  },
  'GET /entities/{kind}/{namespace}/{name}/dora/deployments': {
    takes: 'subjects',
    requests: ofScopes(visibleScopes, [
      '/deployments?limit=100',
      '/deployments?limit=1',
      '/deployments?exclusion=unknown_change&window=P1Y',
      '/deployments?ownership=then',
      '/deployments?failed=true',
      '/deployments?rework=false&profile=four-keys',
    ]),
    about: ofScopes(hiddenScopes, ['/deployments']),
  },
  'GET /entities/{kind}/{namespace}/{name}/dora/incidents': {
    takes: 'subjects',
    requests: ofScopes(visibleScopes, [
      '/incidents?limit=100',
      '/incidents?ownership=then',
      '/incidents?state=unlinked&limit=1',
      '/incidents?state=open',
      '/incidents?exclusion=no_deployment_in_time',
      '/incidents?profile=gitlab&limit=100',
    ]),
    about: ofScopes(hiddenScopes, ['/incidents']),
  },
  'GET /entities/{kind}/{namespace}/{name}/dora/series': {
    takes: 'subjects',
    requests: ofScopes(
      visibleScopes,
      doraMetrics.flatMap(metric => [
        `/series?metric=${metric}`,
        `/series?metric=${metric}&interval=month&ownership=then`,
      ]),
    ),
    about: ofScopes(hiddenScopes, [
      '/series?metric=deployment-frequency&interval=day',
    ]),
  },
  'GET /entities/{kind}/{namespace}/{name}/dora/corrections': {
    takes: 'subjects',
    ofOneEntity: alone,
    requests: ofScopes(someComponents, ['/corrections?limit=100']),
    about: ofScopes(hiddenScopes, ['/corrections']),
  },
  'POST /entities/{kind}/{namespace}/{name}/dora/corrections': {
    takes: 'people',
    status: 400,
    requests: sendTo(someComponents, '/corrections', correction),
    about: sendTo(hiddenScopes, '/corrections', correction),
  },
  'POST /entities/{kind}/{namespace}/{name}/dora/corrections/{correctionId}/undo':
    {
      takes: 'people',
      status: 404,
      requests: sendTo(someComponents, '/corrections/walk/undo', {
        reason: 'walk',
      }),
      about: sendTo(hiddenScopes, '/corrections/walk/undo', {
        reason: 'walk',
      }),
    },
  'GET /entities/{kind}/{namespace}/{name}/dora/disputes': {
    takes: 'subjects',
    ofOneEntity: alone,
    requests: ofScopes(visibleScopes, [
      '/disputes?limit=100',
      '/disputes?state=open',
    ]),
    about: ofScopes(hiddenScopes, ['/disputes']),
  },
  'POST /entities/{kind}/{namespace}/{name}/dora/disputes': {
    takes: 'people',
    status: 400,
    requests: sendTo(visibleScopes, '/disputes', dispute),
    about: sendTo(hiddenScopes, '/disputes', dispute),
  },
  'POST /entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/answer': {
    takes: 'people',
    status: 404,
    requests: sendTo(visibleScopes, '/disputes/walk/answer', answer),
    about: sendTo(hiddenScopes, '/disputes/walk/answer', answer),
  },
  'POST /entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/withdraw':
    {
      takes: 'people',
      status: 404,
      requests: sendTo(visibleScopes, '/disputes/walk/withdraw', {}),
      about: sendTo(hiddenScopes, '/disputes/walk/withdraw', {}),
    },
  'GET /dora/disputes': {
    takes: 'subjects',
    requests: get(
      '/dora/disputes?limit=100',
      '/dora/disputes?state=open&limit=100',
      '/dora/disputes?owner=group:default/top&limit=100',
      '/dora/disputes?owner=group:default/shop&limit=100',
    ),
    about: get(
      `/dora/disputes?owner=group:default/${MARKER}-root`,
      `/dora/disputes?owner=group:default/${MARKER}-guild`,
      `/dora/disputes?owner=group:default/${MARKER}-crew`,
    ),
  },
  'GET /dora': {
    takes: 'subjects',
    requests: get(
      '/dora',
      ...sorts.map(sort => `/dora?sort=${sort}`),
      ...sorts.map(sort => `/dora?sort=${sort}&limit=1`),
      ...['ok', 'thin', 'no_data'].map(state => `/dora?state=${state}`),
      ...filters.map(filter => `/dora?${filter}`),
    ),
    about: get(...hiddenFilters.map(filter => `/dora?${filter}`)),
  },
  'GET /dora/explain': {
    takes: 'subjects',
    requests: get(
      ...doraMetrics.map(metric => `/dora/explain?metric=${metric}`),
      ...filters.map(
        filter => `/dora/explain?metric=change-fail-rate&${filter}`,
      ),
      '/dora/explain?metric=deployment-frequency&ownership=then',
    ),
    about: get(
      ...hiddenFilters.map(
        filter => `/dora/explain?metric=change-fail-rate&${filter}`,
      ),
    ),
  },
  'GET /dora/definitions': {
    takes: 'subjects',
    ofOneEntity: 'It tells of no entity: the definitions are the same for all.',
    requests: get('/dora/definitions'),
  },
  'GET /dora/summary': {
    takes: 'subjects',
    requests: get(
      '/dora/summary',
      ...filters.map(filter => `/dora/summary?${filter}`),
    ),
    about: get(...hiddenFilters.map(filter => `/dora/summary?${filter}`)),
  },

  'GET /entities/{kind}/{namespace}/{name}/flow': {
    takes: 'subjects',
    requests: ofFlowScopes(visibleScopes, [
      '',
      '?window=P30D',
      '?window=P1Y&ownership=then',
    ]),
    about: ofFlowScopes(hiddenScopes, ['', '?ownership=then']),
  },
  'GET /entities/{kind}/{namespace}/{name}/flow/explain': {
    takes: 'subjects',
    requests: ofFlowScopes(
      visibleScopes,
      flowMetrics.map(metric => `/explain?metric=${metric}`),
    ),
    about: ofFlowScopes(hiddenScopes, ['/explain?metric=throughput']),
  },
  'GET /entities/{kind}/{namespace}/{name}/flow/items': {
    takes: 'subjects',
    requests: ofFlowScopes(visibleScopes, [
      '/items?limit=100',
      '/items?limit=1',
      '/items?state=in_progress',
      '/items?state=completed&category=feature',
      '/items?state=blocked&ownership=then',
      '/items?period=2026-Q1&window=P1Y',
    ]),
    about: ofFlowScopes(hiddenScopes, ['/items']),
  },
  'GET /entities/{kind}/{namespace}/{name}/flow/forecast': {
    takes: 'subjects',
    requests: ofFlowScopes(visibleScopes, [
      '/forecast?items=5',
      '/forecast?items=5&seed=7',
    ]),
    about: ofFlowScopes(hiddenScopes, ['/forecast?items=5']),
  },
  'GET /entities/{kind}/{namespace}/{name}/flow/forecasts': {
    takes: 'subjects',
    wholeScopes: true,
    requests: ofFlowScopes(visibleScopes, ['/forecasts']),
    about: ofFlowScopes(hiddenScopes, ['/forecasts']),
  },
  'GET /entities/{kind}/{namespace}/{name}/flow/forecasts/backtest': {
    takes: 'subjects',
    requests: ofFlowScopes(visibleScopes, ['/forecasts/backtest']),
    about: ofFlowScopes(hiddenScopes, ['/forecasts/backtest']),
  },
  'GET /entities/{kind}/{namespace}/{name}/flow/builds': {
    takes: 'subjects',
    requests: ofFlowScopes(visibleScopes, [
      '/builds',
      '/builds?window=P1Y&ownership=then',
    ]),
    about: ofFlowScopes(hiddenScopes, ['/builds']),
  },
  'GET /flow': {
    takes: 'subjects',
    requests: get(
      '/flow',
      ...flowSorts.map(sort => `/flow?sort=${sort}`),
      ...flowSorts.map(sort => `/flow?sort=${sort}&limit=1`),
      ...filters.map(filter => `/flow?${filter}`),
    ),
    about: get(...hiddenFilters.map(filter => `/flow?${filter}`)),
  },
  'GET /flow/summary': {
    takes: 'subjects',
    requests: get(
      '/flow/summary',
      ...filters.map(filter => `/flow/summary?${filter}`),
    ),
    about: get(...hiddenFilters.map(filter => `/flow/summary?${filter}`)),
  },

  ...walkedAcceptanceRoutes,
  ...walkedReviewRoutes,
  ...walkedDecisionRoutes,
  ...walkedOwnershipRoutes,
  ...walkedPlanRoutes,
  ...walkedBudgetRoutes,
  ...walkedSloRoutes,
  ...walkedScorecardRoutes,
  ...walkedSuggestionRoutes,
  ...walkedTechDebtRoutes,
  ...walkedExchangeRoutes,

  'GET /overview': { takes: 'catalog', requests: get('/overview') },
  'GET /attention': {
    takes: 'subjects',
    requests: get(
      '/attention?limit=100',
      '/attention?limit=1',
      '/attention?owner=group:default/top',
      '/attention?owner=group:default/shop',
    ),
    about: get(
      `/attention?owner=group:default/${MARKER}-root`,
      `/attention?owner=group:default/${MARKER}-guild`,
      `/attention?owner=group:default/${MARKER}-crew`,
    ),
  },

  'POST /events': {
    takes: 'opmodel.event.create',
    organisationWide: producers,
    requests: [
      {
        path: '/events',
        body: {
          context: {
            specversion: '0.5.1',
            id: 'walk',
            source: 'https://walk.example.com',
            type: 'dev.cdevents.environment.created.0.3.0',
            timestamp: '2026-03-01T10:00:00Z',
          },
          subject: { id: 'walk', content: { name: 'walk' } },
        },
      },
    ],
  },
  ...Object.fromEntries(
    [
      '/deployments',
      '/changes',
      '/incidents',
      '/work-items',
      '/builds',
      '/sli-measurements',
      '/facts',
    ].map((path): [string, WalkedRoute] => [
      `POST ${path}`,
      {
        takes: 'opmodel.event.create',
        organisationWide: producers,
        requests: [{ path, body: { items: [] } }],
      },
    ]),
  ),

  ...Object.fromEntries(
    Object.entries({
      sarif: {
        version: '2.1.0',
        runs: [{ tool: { driver: { name: 'walk' } }, results: [] }],
      },
      sonarqube: {
        component: {
          key: 'walk',
          measures: [{ metric: 'sqale_rating', value: '1.0' }],
        },
      },
    }).map(([format, body]): [string, WalkedRoute] => [
      `POST /debt-scans/${format}`,
      {
        takes: 'opmodel.event.create',
        organisationWide: producers,
        requests: [
          {
            path: `/debt-scans/${format}?entityRef=component:default/cart`,
            body,
          },
        ],
      },
    ]),
  ),

  ...Object.fromEntries(
    ['deployments', 'pull_requests', 'issues', 'issue/{issueKey}/close'].map(
      (rest): [string, WalkedRoute] => [
        `POST /devlake/plugins/webhook/connections/{connection}/${rest}`,
        {
          takes: 'opmodel.event.create',
          organisationWide: producers,
          // Nothing is stated, or nothing is known of the issue; whoever may not send learns neither.
          status: rest.endsWith('/close') ? 404 : 400,
          requests: [
            {
              path: `/devlake/plugins/webhook/connections/1/${rest.replace(
                '{issueKey}',
                'walk-1',
              )}`,
              body: {},
            },
          ],
        },
      ],
    ),
  ),
  'POST /intake/{source}': {
    takes: 'opmodel.event.create',
    statusForAll: 401,
    requests: [{ path: `/intake/${walkedSource}`, body: {} }],
  },

  'GET /events/unmapped': {
    takes: 'opmodel.health.read',
    organisationWide: senders,
    requests: get('/events/unmapped'),
  },
  'POST /events/unmapped/replay': {
    takes: 'opmodel.event.replay',
    organisationWide: operators,
    requests: [{ path: '/events/unmapped/replay', body: {} }],
  },
  'GET /events/rejected': {
    takes: 'opmodel.health.read',
    organisationWide: senders,
    requests: get('/events/rejected'),
  },
  'GET /inbox': {
    takes: 'opmodel.health.read',
    organisationWide: senders,
    requests: get('/inbox'),
  },
  'POST /inbox/replay': {
    takes: 'opmodel.event.replay',
    organisationWide: operators,
    requests: [{ path: '/inbox/replay', body: {} }],
  },
  'GET /health': {
    takes: 'opmodel.health.read',
    organisationWide: operators,
    requests: get('/health'),
  },
  'GET /health/storage': {
    takes: 'opmodel.health.read',
    organisationWide: operators,
    requests: get('/health/storage'),
  },
  'GET /health/collectors/{collectorId}/runs': {
    takes: 'opmodel.health.read',
    organisationWide: operators,
    // None is registered here.
    status: 404,
    requests: get('/health/collectors/git/runs'),
  },
};

/** What the walk knows of an action that agents may take. */
export interface WalkedAction {
  takes: WalkedRoute['takes'];
  status?: WalkedRoute['status'];
  inputs: object[];
  about?: object[];
  ofReader?: boolean;
}

/** Every action of the registry. One that is not here fails the walk. */
export const walkedActions: Record<string, WalkedAction> = {
  ...walkedOwnershipActions,
  ...walkedDecisionActions,
  ...walkedSloActions,
  ...walkedScorecardActions,
  ...walkedTechDebtActions,
  'opmodel:get-flow-metrics': {
    takes: 'subjects',
    inputs: [
      { entityRef: 'org' },
      { entityRef: 'group:default/top' },
      { entityRef: 'component:default/cart', window: 'P30D' },
    ],
    about: [
      { entityRef: `component:default/${MARKER}-vault` },
      { entityRef: `group:default/${MARKER}-guild` },
    ],
  },
  'opmodel:get-dora-metrics': {
    takes: 'subjects',
    inputs: [
      { entityRef: 'org' },
      { entityRef: 'group:default/top' },
      { entityRef: 'system:default/selling', window: 'P30D' },
      { entityRef: 'component:default/cart', profile: 'devlake' },
    ],
    about: [
      { entityRef: `component:default/${MARKER}-vault` },
      { entityRef: `group:default/${MARKER}-guild` },
    ],
  },
  'opmodel:explain-dora-metric': {
    takes: 'subjects',
    inputs: [
      { entityRef: 'org', metric: 'change-lead-time' },
      { entityRef: 'group:default/top', metric: 'change-fail-rate' },
      {
        entityRef: 'system:default/selling',
        metric: 'deployment-frequency',
        window: 'P30D',
      },
      { entityRef: 'component:default/cart', metric: 'time-to-restore' },
    ],
    about: [
      {
        entityRef: `component:default/${MARKER}-vault`,
        metric: 'change-lead-time',
      },
      {
        entityRef: `group:default/${MARKER}-guild`,
        metric: 'incident-recurrence',
      },
    ],
  },
  'opmodel:list-failed-deployments': {
    takes: 'subjects',
    inputs: [
      { entityRef: 'org', limit: 50 },
      { entityRef: 'group:default/top' },
      { entityRef: 'group:default/shop', limit: 1 },
      { entityRef: 'component:default/cart', window: 'P1Y' },
    ],
    about: [
      { entityRef: `component:default/${MARKER}-vault` },
      { entityRef: `group:default/${MARKER}-guild` },
    ],
  },
};
