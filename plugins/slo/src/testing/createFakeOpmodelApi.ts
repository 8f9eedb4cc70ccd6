import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import {
  buildBuckets,
  buildCorrections,
  buildDecisions,
  buildPolicy,
  buildPolicyReport,
  buildProblems,
  buildRules,
  buildSloDetail,
  buildSloPage,
  buildUncovered,
  buildWindows,
  pageOf,
} from './fleet';
import { buildExplanation, buildSeries, buildSloDays } from './history';
import { buildProposals, buildReport, buildSummary } from './reports';

const answers: Partial<OpmodelApi> = {
  getEntitySlos: async () => buildReport(),
  listSloProposals: async () => buildProposals(),
  listReleaseGateDecisions: async () => buildDecisions(),
  listSlos: async () => buildSloPage(),
  getSloSummary: async () => buildSummary(),
  listUncoveredEntities: async () => buildUncovered(),
  listSloProblems: async () => buildProblems(),
  writeSloRules: async () => buildRules(),
  getSlo: async () => buildSloDetail(),
  getSloSeries: async () => buildSeries(),
  listSloDays: async () => buildSloDays(),
  listSloWindows: async () => buildWindows(),
  explainSlo: async () => buildExplanation(),
  listSloBuckets: async () => buildBuckets(),
  listSloCorrections: async () => buildCorrections(),
  listErrorBudgetPolicies: async () => pageOf([buildPolicy()]),
  getErrorBudgetPolicy: async () => buildPolicyReport(),
  listDebtItems: async () => ({
    items: [],
    totalItems: 0,
    nextCursor: null,
    mayCreate: false,
  }),
};

/** The API with the answers of a service whose budget runs low; what a test is about is overridden, anything else is refused. */
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
