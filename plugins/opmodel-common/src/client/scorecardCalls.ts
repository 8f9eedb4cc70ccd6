import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';
import type {
  EntityFactReport,
  EntityScorecards,
  ScoreChangeReport,
  ScorecardApi,
  ScorecardChangePage,
  ScorecardExplanation,
  ScorecardHeatMap,
  ScorecardMatrix,
  ScorecardSeries,
  ScorecardSummary,
  ScoredEntityPage,
} from './ScorecardApi';

/** The calls that read scorecards. */
export function scorecardCalls(engine: EngineRequests): ScorecardApi {
  return {
    getEntityScorecards(
      entityRef: string,
      options: RequestOptions = {},
    ): Promise<EntityScorecards> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/scorecards', {
          params: { path: entityPath(entityRef) },
          ...options,
        }),
      );
    },

    evaluateEntityScorecards(
      entityRef: string,
      options: RequestOptions = {},
    ): Promise<EntityScorecards> {
      return engine.read(client =>
        client.POST('/entities/{kind}/{namespace}/{name}/scorecards/evaluate', {
          params: { path: entityPath(entityRef) },
          ...options,
        }),
      );
    },

    listScorecardChanges(
      entityRef: string,
      query: Parameters<ScorecardApi['listScorecardChanges']>[1] = {},
      options: RequestOptions = {},
    ): Promise<ScorecardChangePage> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/scorecards/history', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    explainScorecardCheck(
      entityRef: string,
      query: Parameters<ScorecardApi['explainScorecardCheck']>[1],
      options: RequestOptions = {},
    ): Promise<ScorecardExplanation> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/scorecards/explain', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    getEntityFacts(
      entityRef: string,
      options: RequestOptions = {},
    ): Promise<EntityFactReport> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/facts', {
          params: { path: entityPath(entityRef) },
          ...options,
        }),
      );
    },

    getScorecardSummary(
      query: Parameters<ScorecardApi['getScorecardSummary']>[0] = {},
      options: RequestOptions = {},
    ): Promise<ScorecardSummary> {
      return engine.read(client =>
        client.GET('/scorecards/summary', { params: { query }, ...options }),
      );
    },

    listScoredEntities(
      query: Parameters<ScorecardApi['listScoredEntities']>[0] = {},
      options: RequestOptions = {},
    ): Promise<ScoredEntityPage> {
      return engine.read(client =>
        client.GET('/scorecards/entities', { params: { query }, ...options }),
      );
    },

    getScorecardMatrix(
      query: Parameters<ScorecardApi['getScorecardMatrix']>[0],
      options: RequestOptions = {},
    ): Promise<ScorecardMatrix> {
      return engine.read(client =>
        client.GET('/scorecards/matrix', { params: { query }, ...options }),
      );
    },

    getScorecardHeatMap(
      query: Parameters<ScorecardApi['getScorecardHeatMap']>[0],
      options: RequestOptions = {},
    ): Promise<ScorecardHeatMap> {
      return engine.read(client =>
        client.GET('/scorecards/heat-map', { params: { query }, ...options }),
      );
    },

    getScorecardSeries(
      query: Parameters<ScorecardApi['getScorecardSeries']>[0],
      options: RequestOptions = {},
    ): Promise<ScorecardSeries> {
      return engine.read(client =>
        client.GET('/scorecards/series', { params: { query }, ...options }),
      );
    },

    getScoreChanges(
      query: Parameters<ScorecardApi['getScoreChanges']>[0],
      options: RequestOptions = {},
    ): Promise<ScoreChangeReport> {
      return engine.read(client =>
        client.GET('/scorecards/score-changes', {
          params: { query },
          ...options,
        }),
      );
    },
  };
}
