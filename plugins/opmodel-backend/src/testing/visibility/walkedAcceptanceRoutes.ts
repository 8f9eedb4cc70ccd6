import { MARKER } from './hiddenWorld';
import type { WalkedRoute } from './walkedRoutes';
import { get } from './walkedScopes';

/** What can be asked for about a component. */
const ask = (component: string) => ({
  path: '/acceptances',
  body: {
    subject: 'gate',
    subjectRef: 'walk',
    title: 'walk',
    entityRefs: ['component:default/cart', `component:default/${component}`],
    riskLevel: 'low',
    reason: 'walk',
  },
});

/** Nothing is accepted for so long, so that nothing changes. */
const askForEver = {
  ...ask('mail'),
  body: { ...ask('mail').body, expiresOn: '2999-01-01' },
};

const unknown = (deed: string): WalkedRoute => ({
  takes: 'people',
  status: 404,
  requests: [{ path: `/acceptances/walk/${deed}`, body: { note: 'walk' } }],
});

/** The routes of acceptances. */
export const walkedAcceptanceRoutes: Record<string, WalkedRoute> = {
  'GET /acceptances': {
    takes: 'subjects',
    requests: get(
      '/acceptances?limit=100',
      '/acceptances?box=to_decide',
      '/acceptances?box=requested&limit=100',
      '/acceptances?state=requested&subject=gate&limit=1',
      '/acceptances?state=approved',
      '/acceptances?entityRef=component:default/cart',
      '/acceptances?owner=group:default/shop&limit=100',
      '/acceptances?owner=group:default/top&limit=100',
    ),
    about: get(
      `/acceptances?entityRef=component:default/${MARKER}-vault`,
      `/acceptances?owner=group:default/${MARKER}-guild`,
      `/acceptances?owner=group:default/${MARKER}-crew`,
    ),
  },
  'POST /acceptances': {
    takes: 'people',
    status: 400,
    requests: [askForEver],
    about: [ask(`${MARKER}-vault`), ask(`${MARKER}-borrowed`)],
  },
  'GET /acceptances/{acceptanceId}': {
    takes: 'subjects',
    status: 404,
    ofOneEntity: 'It tells of the acceptance in its path alone.',
    requests: get('/acceptances/walk'),
  },
  'POST /acceptances/{acceptanceId}/approve': unknown('approve'),
  'POST /acceptances/{acceptanceId}/deny': unknown('deny'),
  'POST /acceptances/{acceptanceId}/withdraw': unknown('withdraw'),
  'POST /acceptances/{acceptanceId}/revoke': unknown('revoke'),
};
