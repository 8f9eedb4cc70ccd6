import { hiddenCampaigns, visibleCampaign } from './hiddenCampaigns';
import { MARKER } from './hiddenWorld';
import type { WalkedAction, WalkedRoute } from './walkedRoutes';
import { get, hiddenScopes, visibleScopes } from './walkedScopes';

const ready = 'scorecard:default/ready';
const hiddenScorecard = `scorecard:default/${MARKER}-ready`;

const components = visibleScopes.filter(scope =>
  scope.startsWith('component/'),
);

const hiddenOwners = [
  `${MARKER}-root`,
  `${MARKER}-guild`,
  `${MARKER}-crew`,
].map(name => `owner=group:default/${name}`);

/** The same of one campaign. */
const ofVisible = (suffixes: string[]) =>
  get(...suffixes.map(suffix => `/campaigns/${visibleCampaign}${suffix}`));
const ofHidden = (suffix: string) =>
  get(...hiddenCampaigns.map(id => `/campaigns/${id}${suffix}`));

/** It has no title, so that nothing begins. */
const campaign = {
  title: ' ',
  ownerRef: 'group:default/shop',
  scorecardRef: ready,
  emphasis: { checks: ['titled'] },
  startsOn: '2026-03-01',
  targetOn: '2026-04-01',
};
const note = { revision: 1, note: 'walk' };

const ended = (deed: 'end' | 'archive'): WalkedRoute => ({
  takes: 'planners',
  status: 404,
  requests: [{ path: `/campaigns/none/${deed}`, body: note }],
  about: hiddenCampaigns.map(id => ({
    path: `/campaigns/${id}/${deed}`,
    body: note,
  })),
});

/** A check that there is not, so that nothing is asked for. */
const excuse = (scopes: string[], scorecard = ready) =>
  scopes.map(scope => ({
    path: `/entities/${scope}/scorecards/exemptions`,
    body: { scorecard, check: 'walk', reason: 'walk', riskLevel: 'low' },
  }));

/** Something that nobody may vouch for. */
const vouch = (scopes: string[]) =>
  scopes.map(scope => ({
    path: `/entities/${scope}/attestations`,
    body: { name: 'walk', holds: true, comment: 'walk' },
  }));

const attestations = (scopes: string[]) =>
  get(...scopes.map(scope => `/entities/${scope}/attestations`));

/** Campaigns, exemptions from checks, and what people vouch for. */
export const walkedCampaignRoutes: Record<string, WalkedRoute> = {
  'GET /campaigns': {
    takes: 'subjects',
    // Whether he may begin one.
    ofReader: true,
    requests: get(
      '/campaigns',
      '/campaigns?limit=1',
      `/campaigns?scorecard=${ready}`,
      '/campaigns?status=in_progress&limit=100',
      '/campaigns?status=draft',
      '/campaigns?owner=group:default/shop',
      '/campaigns?owner=group:default/top',
      '/campaigns?owner=group:default/top&descendants=false',
    ),
    about: get(
      `/campaigns?scorecard=${hiddenScorecard}`,
      ...hiddenOwners.map(owner => `/campaigns?${owner}`),
    ),
  },
  'POST /campaigns': {
    takes: 'planners',
    status: 400,
    requests: [{ path: '/campaigns', body: campaign }],
  },
  'GET /campaigns/{campaignId}': {
    takes: 'subjects',
    requests: ofVisible(['']),
    about: ofHidden(''),
  },
  'PUT /campaigns/{campaignId}': {
    takes: 'planners',
    status: 404,
    requests: [
      {
        method: 'put',
        path: '/campaigns/none',
        body: { ...campaign, revision: 1 },
      },
    ],
    about: hiddenCampaigns.map(id => ({
      method: 'put',
      path: `/campaigns/${id}`,
      body: { ...campaign, revision: 1 },
    })),
  },
  'POST /campaigns/{campaignId}/end': ended('end'),
  'POST /campaigns/{campaignId}/archive': ended('archive'),
  'GET /campaigns/{campaignId}/burn-down': {
    takes: 'subjects',
    requests: ofVisible(['/burn-down']),
    about: ofHidden('/burn-down'),
  },
  'GET /campaigns/{campaignId}/items': {
    takes: 'subjects',
    requests: ofVisible([
      '/items?limit=100',
      '/items?limit=1',
      '/items?state=open',
      '/items?owner=group:default/top',
      '/items?owner=group:default/shop&descendants=false',
    ]),
    about: [
      ...ofHidden('/items'),
      ...ofVisible(hiddenOwners.map(owner => `/items?${owner}`)),
    ],
  },
  'GET /campaigns/{campaignId}/report': {
    takes: 'subjects',
    requests: ofVisible(['/report']),
    about: ofHidden('/report'),
  },
  'POST /entities/{kind}/{namespace}/{name}/scorecards/exemptions': {
    takes: 'people',
    status: 400,
    requests: excuse(components),
    about: [...excuse(hiddenScopes), ...excuse(components, hiddenScorecard)],
  },
  'GET /entities/{kind}/{namespace}/{name}/attestations': {
    takes: 'subjects',
    ofOneEntity: 'It tells of the one entity in its path.',
    requests: attestations([...visibleScopes].reverse()),
    about: attestations(hiddenScopes),
  },
  'POST /entities/{kind}/{namespace}/{name}/attestations': {
    takes: 'people',
    status: 400,
    requests: vouch(components),
    about: vouch(hiddenScopes),
  },
};

/** What agents may ask about campaigns. */
export const walkedCampaignActions: Record<string, WalkedAction> = {
  'opmodel:list-campaigns': {
    takes: 'subjects',
    inputs: [
      {},
      { teamRef: 'group:default/top' },
      { teamRef: 'group:default/shop' },
    ],
    about: [
      { teamRef: `group:default/${MARKER}-guild` },
      { teamRef: `group:default/${MARKER}-crew` },
    ],
  },
  'opmodel:get-campaign': {
    takes: 'subjects',
    inputs: [{ campaignId: visibleCampaign }],
    about: hiddenCampaigns.map(campaignId => ({ campaignId })),
  },
};
