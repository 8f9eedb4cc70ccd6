import { MARKER } from './hiddenWorld';
import type { WalkedRoute } from './walkedRoutes';
import { get } from './walkedScopes';

const ready = '/scorecards/default/ready';
const hiddenScorecards = [
  `/scorecards/default/${MARKER}-ready`,
  // Spelled as nobody does.
  `/scorecards/Default/${MARKER}-Ready`,
];

/** The same of one scorecard. What is told of its reader, and not of what he sees, is whether he may change it. */
const ofOneScorecard = (...suffixes: string[]): WalkedRoute => ({
  takes: 'subjects',
  ofOneEntity: 'It tells of the one scorecard in its path.',
  ofReader: true,
  requests: get(...suffixes.map(suffix => `${ready}${suffix}`)),
  about: get(
    ...hiddenScorecards.flatMap(path =>
      suffixes.map(suffix => `${path}${suffix}`),
    ),
  ),
});

/** Who may write scorecards sees a draft of somebody else as little as one that does not exist. */
const alone =
  'A draft is there for whoever began it and for those who may write its scorecard; nobody began one here.';

const draft = '/scorecard-drafts/none';

const ofDrafts = (
  requests: WalkedRoute['requests'],
  status = 404,
): WalkedRoute => ({
  takes: 'planners',
  status,
  ofOneEntity: alone,
  requests,
});

const note = { note: 'walk' };

/** A check of which something is wrong, so that there is something to tell. */
const text = {
  name: 'walk',
  spec: {
    requires: [{ scorecard: `${MARKER}-ready`, level: 'Bronze' }],
    levels: [{ name: 'Bronze' }],
    checks: [{ id: 'walk', name: 'Walk', expression: 'catalog.walk' }],
  },
};

/** A definition to look at, which asks for a level of a hidden scorecard. */
function previewed(name: string, entityRefs: string[] = []): object {
  return {
    name,
    spec: {
      requires: [{ scorecard: `${MARKER}-ready`, level: 'Bronze' }],
      levels: [{ name: 'Bronze' }],
      checks: [
        {
          id: 'walk',
          name: 'Walk',
          level: 'Bronze',
          expression: 'catalog.owner != ""',
        },
      ],
    },
    entityRefs,
  };
}

/** What scorecards ask, and what people work on. */
export const walkedDefinitionRoutes: Record<string, WalkedRoute> = {
  'GET /scorecards': {
    takes: 'subjects',
    ofReader: true,
    requests: get('/scorecards'),
  },
  'POST /scorecards/check': {
    takes: 'subjects',
    ofOneEntity:
      'It tells what is wrong with the text that it was given, by the facts that there are.',
    requests: [{ path: '/scorecards/check', body: text }],
  },
  'POST /scorecards/preview': {
    takes: 'subjects',
    requests: [{ path: '/scorecards/preview', body: previewed('ready') }],
    // Whether the scorecard is hidden, one that it asks for, or an entity that is to be shown.
    about: [
      { path: '/scorecards/preview', body: previewed(`${MARKER}-ready`) },
      {
        path: '/scorecards/preview',
        body: previewed('walk', [`component:default/${MARKER}-vault`]),
      },
    ],
  },
  'GET /scorecards/{namespace}/{name}': ofOneScorecard(''),
  'GET /scorecards/{namespace}/{name}/versions': ofOneScorecard(
    '/versions',
    '/versions?limit=1',
  ),
  'GET /scorecards/{namespace}/{name}/document': ofOneScorecard(
    '/document',
    '/document?version=1',
  ),
  'POST /scorecards/{namespace}/{name}/retire': {
    takes: 'planners',
    status: 404,
    requests: [{ path: '/scorecards/default/none/retire', body: note }],
    about: hiddenScorecards.map(path => ({
      path: `${path}/retire`,
      body: note,
    })),
  },
  'GET /scorecard-drafts': {
    takes: 'subjects',
    ofOneEntity: alone,
    requests: get('/scorecard-drafts'),
  },
  'POST /scorecard-drafts': {
    takes: 'planners',
    status: 400,
    // Under a name that cannot be one, so that nothing begins.
    requests: [
      {
        path: '/scorecard-drafts',
        body: { name: ' ', copyOf: 'scorecard:default/ready' },
      },
    ],
    about: [
      {
        path: '/scorecard-drafts',
        body: { name: ' ', copyOf: `scorecard:default/${MARKER}-ready` },
      },
    ],
  },
  'GET /scorecard-drafts/{draftId}': ofDrafts(get(draft)),
  'PUT /scorecard-drafts/{draftId}': ofDrafts([
    { method: 'put', path: draft, body: { spec: {}, revision: 1 } },
  ]),
  'DELETE /scorecard-drafts/{draftId}': ofDrafts([
    { method: 'delete', path: draft },
  ]),
  'POST /scorecard-drafts/{draftId}/publish': ofDrafts([
    { path: `${draft}/publish`, body: { ...note, revision: 1 } },
  ]),
};
