import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { buildCorrectionPage } from './corrections';
import { buildDefinitions } from './definitions';
import { buildDeploymentPage } from './deployments';
import { buildExplanation } from './explanation';
import { buildIncidentPage } from './incidents';
import { buildDoraReport } from './report';

/** Answers every call that a test did not speak of with an error. */
function refuseOtherCalls(api: Partial<OpmodelApi>): OpmodelApi {
  return new Proxy(api as OpmodelApi, {
    get: (known, call) =>
      Reflect.get(known, call) ??
      (() => Promise.reject(new Error(`Unexpected call of ${String(call)}`))),
  });
}

/** The API with the answers of a component that delivers; what a test is about is overridden. */
export function createFakeOpmodelApi(
  overrides: Partial<OpmodelApi> = {},
): OpmodelApi {
  return refuseOtherCalls({
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
    ...overrides,
  });
}
