import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { buildCorrectionPage } from './corrections';
import { buildDefinitions } from './definitions';
import { buildDeploymentPage } from './deployments';
import { buildExplanation } from './explanation';
import { buildIncidentPage } from './incidents';
import { buildDoraReport } from './report';

const unexpected = (call: string) => () =>
  Promise.reject(new Error(`Unexpected call of ${call}`));

/** The API with the answers of a component that delivers; what a test is about is overridden. */
export function createFakeOpmodelApi(
  overrides: Partial<OpmodelApi> = {},
): OpmodelApi {
  return {
    getEntityDora: async () => buildDoraReport(),
    explainEntityDora: async (_, metric) =>
      buildExplanation(buildDoraReport(), metric),
    listEntityDeployments: async () => buildDeploymentPage(),
    listEntityIncidents: async () => buildIncidentPage(),
    getDoraDefinitions: async () => buildDefinitions(),
    listDoraCorrections: async () =>
      buildCorrectionPage({ mayCorrect: false, items: [], totalItems: 0 }),
    listEntityDisputes: async () => ({
      items: [],
      totalItems: 0,
      nextCursor: null,
    }),
    listDora: unexpected('listDora'),
    getDoraSummary: unexpected('getDoraSummary'),
    getOverview: unexpected('getOverview'),
    listAttention: unexpected('listAttention'),
    getHealth: unexpected('getHealth'),
    getStorage: unexpected('getStorage'),
    listCollectorRuns: unexpected('listCollectorRuns'),
    listDeliveries: unexpected('listDeliveries'),
    replayDeliveries: unexpected('replayDeliveries'),
    listUnmappedEvents: unexpected('listUnmappedEvents'),
    replayUnmappedEvents: unexpected('replayUnmappedEvents'),
    listRejectedEvents: unexpected('listRejectedEvents'),
    getEntityDoraSeries: unexpected('getEntityDoraSeries'),
    explainDoraSummary: unexpected('explainDoraSummary'),
    createDoraCorrection: unexpected('createDoraCorrection'),
    undoDoraCorrection: unexpected('undoDoraCorrection'),
    openDispute: unexpected('openDispute'),
    answerDispute: unexpected('answerDispute'),
    withdrawDispute: unexpected('withdrawDispute'),
    listDisputes: unexpected('listDisputes'),
    getEntityFlow: unexpected('getEntityFlow'),
    explainEntityFlow: unexpected('explainEntityFlow'),
    listEntityWorkItems: unexpected('listEntityWorkItems'),
    getEntityForecast: unexpected('getEntityForecast'),
    listEntityForecasts: unexpected('listEntityForecasts'),
    getEntityBuilds: unexpected('getEntityBuilds'),
    listFlow: unexpected('listFlow'),
    getFlowSummary: unexpected('getFlowSummary'),
    ...overrides,
  };
}
