import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { buildChanges, buildExplanation, buildReport } from './entity';
import {
  buildDetail,
  buildEntities,
  buildHeatMap,
  buildScoreChanges,
  buildSeries,
  buildSummary,
  buildVersions,
} from './fleet';
import { buildScorecard } from './scorecard';

const answers: Partial<OpmodelApi> = {
  getEntityScorecards: async () => buildReport(),
  evaluateEntityScorecards: async () => buildReport(),
  listScorecardChanges: async () => buildChanges(),
  explainScorecardCheck: async () => buildExplanation(),
  getScorecardSummary: async () => buildSummary(),
  listScoredEntities: async () => buildEntities(),
  getScorecardHeatMap: async () => buildHeatMap(),
  getScorecardSeries: async () => buildSeries(),
  getScoreChanges: async () => buildScoreChanges(),
  listScorecards: async () => ({
    items: [
      {
        scorecard: buildScorecard(),
        checks: 2,
        draftId: null,
        mayEdit: false,
      },
    ],
    mayCreate: true,
  }),
  getScorecard: async () => buildDetail(),
  listScorecardVersions: async () => buildVersions(),
  getScorecardDocument: async () => ({
    name: 'production-readiness.yaml',
    yaml: 'kind: Scorecard\n',
  }),
  listDebtItems: async () => ({
    items: [],
    totalItems: 0,
    nextCursor: null,
    mayCreate: false,
  }),
};

/** The API with the answers of a service that is at the first of two levels; what a test is about is overridden, anything else is refused. */
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
