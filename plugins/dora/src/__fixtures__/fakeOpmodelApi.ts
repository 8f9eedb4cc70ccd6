import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { buildCorrectionPage } from './corrections';
import { buildDefinitions } from './definitions';
import { buildDeploymentPage } from './deployments';
import { buildExplanation } from './explanation';
import { buildIncidentPage } from './incidents';
import { buildDoraReport } from './report';

const answers: Partial<OpmodelApi> = {
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
  listDebtItems: async () => ({
    items: [],
    totalItems: 0,
    nextCursor: null,
    mayCreate: false,
  }),
};

/** The API with the answers of a component that delivers; what a test is about is overridden, anything else is refused. */
export function createFakeOpmodelApi(
  overrides: Partial<OpmodelApi> = {},
): OpmodelApi {
  return new Proxy({ ...answers, ...overrides } as OpmodelApi, {
    get(target, name) {
      return (
        Reflect.get(target, name) ??
        (() => Promise.reject(new Error(`Unexpected call of ${String(name)}`)))
      );
    },
  });
}
