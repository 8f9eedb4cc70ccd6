import {
  walkedCampaignActions,
  walkedCampaignRoutes,
} from './walkedCampaignRoutes';
import { walkedDefinitionRoutes } from './walkedDefinitionRoutes';
import type { WalkedAction, WalkedRoute } from './walkedRoutes';
import { get, hiddenScopes, visibleScopes } from './walkedScopes';
import {
  walkedScorecardReadActions,
  walkedScorecardReading,
} from './walkedScorecardReading';

const ofScopes = (scopes: string[], suffixes: string[]) =>
  get(
    ...scopes.flatMap(scope =>
      suffixes.map(suffix => `/entities/${scope}/${suffix}`),
    ),
  );

/** What people read about scorecards, and about the facts that they judge by. */
export const walkedScorecardRoutes: Record<string, WalkedRoute> = {
  ...walkedScorecardReading,
  ...walkedCampaignRoutes,
  ...walkedDefinitionRoutes,
  'GET /facts': {
    takes: 'subjects',
    organisationWide:
      'It tells who tells facts; how many entities they told of is for operators.',
    ofOneEntity: 'It tells of none.',
    ofReader: true,
    requests: get('/facts'),
  },
  'GET /entities/{kind}/{namespace}/{name}/facts': {
    takes: 'subjects',
    ofOneEntity: 'It tells of the one entity in its path.',
    // What counts other entities is left out for whoever does not see all of them.
    wholeScopes: true,
    requests: ofScopes(visibleScopes, ['facts']),
    about: ofScopes(hiddenScopes, ['facts']),
  },
};

/** What agents may do with scorecards. */
export const walkedScorecardActions: Record<string, WalkedAction> = {
  ...walkedScorecardReadActions,
  ...walkedCampaignActions,
};
