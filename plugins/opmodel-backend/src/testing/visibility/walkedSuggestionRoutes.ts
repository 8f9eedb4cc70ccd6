import { hiddenDebtItems } from './hiddenDebt';
import { hiddenSuggestions, visibleSuggestion } from './hiddenSuggestions';
import { MARKER } from './hiddenWorld';
import type { WalkedRoute } from './walkedRoutes';
import { get } from './walkedScopes';

const path = '/tech-debt/suggestions';

const all = 'state=open&state=promoted&state=dismissed&state=gone';

/** Something that is made of a suggestion, of which there is none. */
const decided = (
  suffix: string,
  sent: { method?: 'delete'; body?: object },
): WalkedRoute => {
  const requestOf = (id: string) => ({
    path: `${path}/${id}${suffix}`,
    ...sent,
  });
  return {
    takes: 'opmodel.tech-debt.create',
    status: 404,
    requests: [requestOf('none')],
    about: hiddenSuggestions.map(requestOf),
  };
};

/** Debt that sources find by themselves. */
export const walkedSuggestionRoutes: Record<string, WalkedRoute> = {
  'GET /tech-debt/suggestions': {
    takes: 'subjects',
    ofReader: true,
    requests: get(
      path,
      `${path}?${all}`,
      `${path}?${all}&limit=1&sort=-since`,
      `${path}?${all}&sort=entity&source=failing_check&severity=critical`,
      `${path}?${all}&owner=group:default/top`,
      `${path}?${all}&owner=group:default/shop&descendants=false`,
      `${path}?${all}&scope=system:default/selling`,
      `${path}?${all}&entity=component:default/cart&text=queue`,
    ),
    about: get(
      `${path}?${all}&owner=group:default/${MARKER}-guild`,
      `${path}?${all}&scope=group:default/${MARKER}-guild`,
      `${path}?${all}&scope=system:default/${MARKER}-system`,
      `${path}?${all}&entity=component:default/${MARKER}-vault`,
      ...hiddenDebtItems.map(id => `${path}?state=promoted&item=${id}-x`),
    ),
  },
  'POST /tech-debt/suggestions/bulk': {
    takes: 'opmodel.tech-debt.create',
    requests: [
      { path: `${path}/bulk`, body: { deed: 'promote', ids: ['none'] } },
    ],
    about: hiddenSuggestions.map(id => ({
      path: `${path}/bulk`,
      body: { deed: 'dismiss', ids: [id], reason: 'r' },
    })),
  },
  'GET /tech-debt/suggestions/{suggestionId}': {
    takes: 'subjects',
    ofReader: true,
    ofOneEntity: 'It tells of the one suggestion in its path.',
    requests: get(
      `${path}/${visibleSuggestion}`,
      `${path}/walk-filed`,
      `${path}/walk-hidden-item`,
    ),
    about: get(...hiddenSuggestions.map(id => `${path}/${id}`)),
  },
  'POST /tech-debt/suggestions/{suggestionId}/promotion': decided(
    '/promotion',
    {
      body: {},
    },
  ),
  'POST /tech-debt/suggestions/{suggestionId}/dismissal': decided(
    '/dismissal',
    {
      body: { reason: 'r' },
    },
  ),
  'DELETE /tech-debt/suggestions/{suggestionId}/dismissal': decided(
    '/dismissal',
    { method: 'delete' },
  ),
  'GET /tech-debt/suggestion-sources': {
    takes: 'subjects',
    requests: get('/tech-debt/suggestion-sources'),
    ofOneEntity:
      'It names none; how many there are is of what its reader sees.',
  },
};
