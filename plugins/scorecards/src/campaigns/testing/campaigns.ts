import type {
  Acceptance,
  Campaign,
  CampaignBurnDown,
  CampaignItemPage,
  CampaignPage,
  CampaignProgress,
  CampaignReport,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createFakeOpmodelApi } from '../../testing';

export const CAMPAIGN = 'c1';

/** Ten pairs of entity and check: six met, two open, one exempt, one not known. */
export function buildProgress(
  changes: Partial<CampaignProgress> = {},
): CampaignProgress {
  return {
    total: 10,
    met: 6,
    open: 2,
    exempt: 1,
    unknown: 1,
    share: 7 / 9,
    entities: 5,
    entitiesDone: 3,
    ...changes,
  };
}

/** A campaign whose target date is past. */
export function buildCampaign(changes: Partial<Campaign> = {}): Campaign {
  return {
    id: CAMPAIGN,
    title: 'Runbooks everywhere',
    description: 'So that nobody is alone at night',
    ownerRef: 'group:default/platform',
    ownerTitle: 'Platform',
    scorecardRef: 'scorecard:default/production-readiness',
    scorecardTitle: 'Production readiness',
    emphasis: { checks: ['has-runbook'] },
    scope: { tiers: ['1'] },
    status: 'delayed',
    startsOn: '2026-09-01',
    targetOn: '2026-11-01',
    remindEveryDays: 7,
    endedAt: null,
    endedNote: null,
    archivedAt: null,
    progress: buildProgress(),
    checks: [
      {
        checkId: 'has-runbook',
        name: 'Has a runbook',
        category: null,
        level: 'Silver',
      },
    ],
    revision: 4,
    createdBy: 'user:default/ada',
    createdAt: '2026-08-30T10:00:00.000Z',
    updatedAt: '2026-11-02T10:00:00.000Z',
    mayEdit: true,
    ...changes,
  };
}

/** A page that holds all campaigns. */
export function buildCampaignPage(
  items: Campaign[] = [buildCampaign()],
): CampaignPage {
  return {
    items,
    totalItems: items.length,
    nextCursor: null,
    mayCreate: true,
  };
}

/** Three days, of which the last is still to come. */
export function buildBurnDown(
  changes: Partial<CampaignBurnDown> = {},
): CampaignBurnDown {
  return {
    points: [
      { day: '2026-10-30', open: 4, exempt: 0, ideal: 1 },
      { day: '2026-10-31', open: 2, exempt: 1, ideal: 0.5 },
      { day: '2026-11-01', open: null, exempt: null, ideal: 0 },
    ],
    projectedOn: '2026-11-20',
    ...changes,
  };
}

export function buildItems(): CampaignItemPage {
  return {
    items: [
      {
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        ownerRef: 'group:default/payments',
        ownerTitle: 'Payments',
        tier: '1',
        open: 1,
        checks: [
          {
            checkId: 'has-runbook',
            name: 'Has a runbook',
            state: 'failed',
            standing: 'open',
            since: null,
            message: 'No runbook is linked',
          },
        ],
      },
    ],
    totalItems: 1,
    nextCursor: null,
  };
}

export function buildReport(): CampaignReport {
  const start = buildProgress({ met: 1, open: 8, exempt: 0, share: 1 / 9 });
  const end = buildProgress();
  return {
    campaign: buildCampaign(),
    from: '2026-09-01T00:00:00.000Z',
    to: '2026-11-23T09:00:00.000Z',
    isFinal: false,
    start,
    end,
    teams: [{ ref: 'group:default/payments', title: 'Payments', start, end }],
    checks: [{ ref: 'has-runbook', title: 'Has a runbook', start, end }],
  };
}

/** An exemption that waits to be decided on. */
export function buildExemption(changes: Partial<Acceptance> = {}): Acceptance {
  return {
    id: 'a1',
    subject: 'check',
    subjectRef: 'scorecard:default/production-readiness#has-runbook',
    title: 'Exempt Ledger from Has a runbook',
    entities: [
      {
        ref: 'component:default/ledger',
        title: 'Ledger',
        ownerRef: 'group:default/payments',
      },
    ],
    riskLevel: 'low',
    reason: 'It is switched off in March',
    compensatingControl: null,
    requestedBy: 'user:default/ada',
    requestedAt: '2026-11-20T10:00:00.000Z',
    decideBy: '2026-12-04',
    approvers: [],
    approvalsNeeded: 1,
    approvals: [],
    expiresOn: '2027-03-31',
    maximumDays: 180,
    state: 'requested',
    details: {},
    history: [],
    mayDecide: true,
    mayWithdraw: false,
    mayRevoke: false,
    ...changes,
  } as Acceptance;
}

const answers: Partial<OpmodelApi> = {
  listCampaigns: async () => buildCampaignPage(),
  getCampaign: async () => buildCampaign(),
  getCampaignBurnDown: async () => buildBurnDown(),
  listCampaignItems: async () => buildItems(),
  getCampaignReport: async () => buildReport(),
  createCampaign: async () => buildCampaign(),
  listAcceptances: async () => ({
    items: [buildExemption()],
    totalItems: 1,
    nextCursor: null,
  }),
  getAcceptance: async () => buildExemption(),
};

/** The API with one campaign and one exemption; what a test is about is overridden. */
export function createCampaignApi(
  overrides: Partial<OpmodelApi> = {},
): OpmodelApi {
  return createFakeOpmodelApi({ ...answers, ...overrides });
}
