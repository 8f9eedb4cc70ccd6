import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import {
  buildDeploymentPage,
  buildDoraReport,
  buildExplanation,
} from './doraReport';

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
    ...overrides,
  };
}
