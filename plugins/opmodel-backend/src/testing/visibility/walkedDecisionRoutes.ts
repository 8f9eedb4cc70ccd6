import { MARKER } from './hiddenWorld';
import type { WalkedAction, WalkedRequest, WalkedRoute } from './walkedRoutes';
import { get, hiddenScopes, visibleScopes } from './walkedScopes';

const ofScopes = (scopes: string[], suffixes: string[]) =>
  get(
    ...scopes.flatMap(scope =>
      suffixes.map(suffix => `/entities/${scope}/${suffix}`),
    ),
  );

/** It supersedes what is not there, so that nothing is ever entered. */
const decision = (...entityRefs: string[]) => ({
  title: 'walk',
  context: 'walk',
  decision: 'walk',
  entityRefs,
  ownerRef: 'group:default/shop',
  decidedOn: '2026-03-02',
  supersedes: 'walk',
});

const enter = (...refs: string[]): WalkedRequest[] =>
  refs.map(ref => ({ path: '/decisions', body: decision(ref) }));

const byDocuments =
  'The catalog of the walk knows no documents; RightsReader.test.ts hides theirs';

/** Every path of decisions. */
export const walkedDecisionRoutes: Record<string, WalkedRoute> = {
  'GET /entities/{kind}/{namespace}/{name}/escalation': {
    takes: 'subjects',
    // Above the owner of the last is a hidden group.
    requests: ofScopes([...visibleScopes].reverse(), [
      'escalation',
      'escalation?about=risk',
      'escalation?about=incident&severity=sev1',
    ]),
    about: ofScopes(hiddenScopes, ['escalation']),
  },
  'GET /entities/{kind}/{namespace}/{name}/decision-rights': {
    takes: 'subjects',
    requests: ofScopes(visibleScopes, ['decision-rights']),
    about: ofScopes(hiddenScopes, ['decision-rights']),
  },
  'GET /decision-forums': {
    takes: 'subjects',
    ofOneEntity: byDocuments,
    requests: get(
      '/decision-forums',
      '/decision-forums?limit=1',
      '/decision-forums?entityRef=component:default/cart',
    ),
    about: get(
      `/decision-forums?entityRef=component:default/${MARKER}-vault`,
      `/decision-forums?entityRef=group:default/${MARKER}-root`,
    ),
  },
  'GET /decisions': {
    takes: 'subjects',
    requests: get(
      '/decisions?limit=100',
      '/decisions?entityRef=group:default/top&limit=100',
      '/decisions?owner=group:default/shop&limit=100',
      '/decisions?reviewDue=true&limit=100',
      '/decisions?entityRef=component:default/cart&limit=100',
      '/decisions?text=queue&limit=100',
      '/decisions?status=accepted&limit=100',
    ),
    about: get(
      `/decisions?text=${MARKER}`,
      `/decisions?entityRef=component:default/${MARKER}-vault`,
      `/decisions?entityRef=group:default/${MARKER}-guild`,
      `/decisions?owner=group:default/${MARKER}-crew`,
    ),
  },
  'POST /decisions': {
    takes: 'people',
    status: 400,
    requests: enter(
      'component:default/cart',
      'component:default/night',
      'system:default/selling',
    ),
    about: [
      ...enter(
        `component:default/${MARKER}-vault`,
        `system:default/${MARKER}-system`,
      ),
      {
        path: '/decisions',
        body: {
          ...decision('component:default/cart'),
          ownerRef: `group:default/${MARKER}-crew`,
        },
      },
    ],
  },
  'GET /decisions/{decisionId}': {
    takes: 'subjects',
    status: 404,
    ofOneEntity: 'A decision is read whole, or not at all',
    requests: get('/decisions/walk'),
  },
  'PUT /decisions/{decisionId}': {
    takes: 'people',
    status: 404,
    requests: [
      {
        method: 'put',
        path: '/decisions/walk',
        body: { ...decision('component:default/cart'), version: 1 },
      },
    ],
  },
};

/** What agents may ask about decisions. */
export const walkedDecisionActions: Record<string, WalkedAction> = {
  'opmodel:get-escalation-path': {
    takes: 'subjects',
    inputs: [
      { entityRef: 'component:default/night' },
      { entityRef: 'component:default/cart', about: 'risk' },
      { entityRef: 'group:default/shop', severity: 'sev1' },
    ],
    about: [
      { entityRef: `component:default/${MARKER}-vault` },
      { entityRef: `group:default/${MARKER}-guild` },
    ],
  },
  'opmodel:list-decisions': {
    takes: 'subjects',
    inputs: [
      { limit: 50 },
      { entityRef: 'group:default/top', limit: 50 },
      { text: 'queue', status: 'accepted', limit: 50 },
      { reviewDue: true, limit: 50 },
    ],
    about: [
      { entityRef: `component:default/${MARKER}-vault` },
      { text: MARKER },
    ],
  },
};
