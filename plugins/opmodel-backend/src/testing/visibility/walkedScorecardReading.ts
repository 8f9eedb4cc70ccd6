import { MARKER } from './hiddenWorld';
import type { WalkedAction, WalkedRoute } from './walkedRoutes';
import {
  filters,
  get,
  hiddenFilters,
  hiddenScopes,
  visibleScopes,
} from './walkedScopes';

const ready = 'scorecard:default/ready';
const hiddenScorecards = [
  `scorecard:default/${MARKER}-ready`,
  // Spelled as nobody does.
  `Scorecard:default/${MARKER}-Ready`,
];

const ofScopes = (scopes: string[], suffixes: string[]) =>
  get(
    ...scopes.flatMap(scope =>
      suffixes.map(suffix => `/entities/${scope}/scorecards${suffix}`),
    ),
  );

/** The components among scopes, of which alone anything is asked. */
const components = visibleScopes.filter(scope =>
  scope.startsWith('component/'),
);

const evaluations = (scopes: string[]) =>
  scopes.map(scope => ({
    path: `/entities/${scope}/scorecards/evaluate`,
    body: {},
  }));

/** The same query of the fleet with each of these. */
const fleet = (path: string, queries: string[]) =>
  get(...queries.map(query => `/scorecards/${path}?${query}`));

/** A query about the scorecard that everybody sees, with each of these. */
const ofReady = (queries: string[]) =>
  ['', ...queries].map(query => `scorecard=${ready}&${query}`);

/** About a hidden scorecard, and about what is hidden on the one that everybody sees. */
const hiddenQueries = (queries: string[]) => [
  ...hiddenScorecards.map(ref => `scorecard=${ref}`),
  ...queries.map(query => `scorecard=${ready}&${query}`),
];

const sorts = ['name', 'level', 'passing', 'failed', 'since', 'tier'].flatMap(
  sort => [`sort=${sort}`, `sort=-${sort}`],
);

const rows = ['group', 'owner', 'system', 'domain', 'tier'].map(
  by => `by=${by}`,
);

/** What people read about scorecards. */
export const walkedScorecardReading: Record<string, WalkedRoute> = {
  'GET /entities/{kind}/{namespace}/{name}/scorecards': {
    takes: 'subjects',
    ofReader: true,
    // Components first, since nothing is asked of a scope itself.
    requests: ofScopes([...visibleScopes].reverse(), ['']),
    about: ofScopes(hiddenScopes, ['']),
  },
  'POST /entities/{kind}/{namespace}/{name}/scorecards/evaluate': {
    takes: 'subjects',
    ofReader: true,
    requests: evaluations(components),
    about: evaluations(hiddenScopes),
  },
  'GET /entities/{kind}/{namespace}/{name}/scorecards/history': {
    takes: 'subjects',
    requests: ofScopes(components, [
      '/history',
      '/history?limit=1',
      `/history?scorecard=${ready}`,
    ]),
    about: [
      ...ofScopes(hiddenScopes, ['/history']),
      ...ofScopes(
        components,
        hiddenScorecards.map(ref => `/history?scorecard=${ref}`),
      ),
    ],
  },
  'GET /entities/{kind}/{namespace}/{name}/scorecards/explain': {
    takes: 'subjects',
    ofReader: true,
    ofOneEntity: 'It tells of one check of one scorecard for one entity.',
    requests: ofScopes(
      components,
      ['titled', 'tiered', 'broken', 'placed'].map(
        check => `/explain?scorecard=${ready}&check=${check}`,
      ),
    ),
    about: [
      ...ofScopes(hiddenScopes, [`/explain?scorecard=${ready}&check=titled`]),
      ...ofScopes(
        components,
        hiddenScorecards.map(ref => `/explain?scorecard=${ref}&check=titled`),
      ),
    ],
  },
  'GET /scorecards/summary': {
    takes: 'subjects',
    requests: fleet('summary', ['', `scorecard=${ready}`, ...filters]),
    about: fleet('summary', [
      ...hiddenScorecards.map(ref => `scorecard=${ref}`),
      ...hiddenFilters,
    ]),
  },
  'GET /scorecards/entities': {
    takes: 'subjects',
    ofReader: true,
    requests: fleet('entities', [
      'limit=100',
      'limit=1',
      ...sorts,
      ...sorts.map(sort => `scorecard=${ready}&${sort}&limit=1`),
      `scorecard=${ready}&level=0`,
      `scorecard=${ready}&check=titled&state=failed`,
      `scorecard=${ready}&check=placed&limit=100`,
      ...filters,
    ]),
    about: fleet('entities', [
      ...hiddenScorecards.map(ref => `scorecard=${ref}`),
      ...hiddenFilters,
    ]),
  },
  'GET /scorecards/matrix': {
    takes: 'subjects',
    requests: fleet('matrix', ofReady(['limit=1', ...filters])),
    about: fleet('matrix', hiddenQueries(hiddenFilters)),
  },
  'GET /scorecards/heat-map': {
    takes: 'subjects',
    requests: fleet('heat-map', [
      ...ofReady(rows),
      ...ofReady(filters.flatMap(filter => [filter, `${filter}&by=group`])),
    ]),
    about: fleet(
      'heat-map',
      hiddenQueries(
        hiddenFilters.flatMap(filter => [filter, `${filter}&by=group`]),
      ),
    ),
  },
  'GET /scorecards/series': {
    takes: 'subjects',
    requests: fleet('series', ofReady(['interval=day', ...filters])),
    about: fleet('series', hiddenQueries(hiddenFilters)),
  },
  'GET /scorecards/score-changes': {
    takes: 'subjects',
    requests: fleet('score-changes', ofReady(['limit=1', ...filters])),
    about: fleet('score-changes', hiddenQueries(hiddenFilters)),
  },
};

/** What agents may ask about scorecards. */
export const walkedScorecardReadActions: Record<string, WalkedAction> = {
  'opmodel:get-entity-scorecards': {
    takes: 'subjects',
    ofReader: true,
    inputs: [
      { entityRef: 'component:default/cart' },
      { entityRef: 'group:default/top' },
      { entityRef: 'component:default/night' },
    ],
    about: [
      { entityRef: `component:default/${MARKER}-vault` },
      { entityRef: `group:default/${MARKER}-guild` },
    ],
  },
  'opmodel:what-to-fix-next': {
    takes: 'subjects',
    ofReader: true,
    inputs: [
      { entityRef: 'component:default/mail' },
      { entityRef: 'component:default/night' },
    ],
    about: [{ entityRef: `component:default/${MARKER}-vault` }],
  },
  'opmodel:list-failing-checks': {
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
  'opmodel:get-score-changes': {
    takes: 'subjects',
    inputs: [
      { scorecardRef: ready },
      { scorecardRef: ready, teamRef: 'group:default/shop' },
      { scorecardRef: ready, window: 'P7D' },
    ],
    about: [
      { scorecardRef: `scorecard:default/${MARKER}-ready` },
      { scorecardRef: ready, teamRef: `group:default/${MARKER}-crew` },
    ],
  },
};
