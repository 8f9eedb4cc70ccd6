import { MARKER } from './hiddenWorld';
import type { WalkedRoute } from './walkedRoutes';
import { filters, get, hiddenScopes, visibleScopes } from './walkedScopes';

const components = visibleScopes.filter(scope =>
  scope.startsWith('component/'),
);

const readReviews = (scopes: string[]) =>
  get(...scopes.map(scope => `/entities/${scope}/ownership/reviews?limit=100`));

/** Nobody who walks owns anything, so that nothing changes. */
const write = (scopes: string[], path: string, body: object) =>
  scopes.map(scope => ({ path: `/entities/${scope}/ownership/${path}`, body }));

const handOver = { toRef: 'group:default/top', reason: 'walk' };

/** The routes of reviews and hand-overs. */
export const walkedReviewRoutes: Record<string, WalkedRoute> = {
  'GET /ownership/reviews': {
    takes: 'subjects',
    requests: get(
      '/ownership/reviews?limit=100',
      '/ownership/reviews?state=never&limit=1',
      '/ownership/reviews?state=overdue',
      ...filters
        .filter(filter => filter.startsWith('owner='))
        .map(filter => `/ownership/reviews?${filter}&limit=100`),
    ),
    about: get(
      `/ownership/reviews?owner=group:default/${MARKER}-guild`,
      `/ownership/reviews?owner=group:default/${MARKER}-crew`,
    ),
  },
  'GET /entities/{kind}/{namespace}/{name}/ownership/reviews': {
    takes: 'subjects',
    ofOneEntity: 'It tells of the entity in its path alone.',
    requests: readReviews(components),
    about: readReviews(hiddenScopes),
  },
  'POST /entities/{kind}/{namespace}/{name}/ownership/reviews': {
    takes: 'people',
    status: 403,
    requests: write(components, 'reviews', { note: 'walk' }),
    about: write(hiddenScopes, 'reviews', { note: 'walk' }),
  },
  'POST /entities/{kind}/{namespace}/{name}/ownership/hand-overs': {
    takes: 'people',
    status: 403,
    requests: write(components, 'hand-overs', handOver),
    about: write(hiddenScopes, 'hand-overs', handOver),
  },
};
