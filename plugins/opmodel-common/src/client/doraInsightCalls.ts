import type {
  Dispute,
  DisputeAnswer,
  DisputePage,
  DoraCorrection,
  DoraCorrectionPage,
  DoraDefinitions,
  DoraInsightApi,
  DoraSeries,
  IncidentPage,
  NewDispute,
  NewDoraCorrection,
} from './DoraInsightApi';
import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type { DoraExplanation, DoraMetricId } from './OpmodelApi';
import type { RequestOptions } from './RequestOptions';

/** The calls for what stands behind and beside the DORA numbers. */
export function doraInsightCalls(engine: EngineRequests): DoraInsightApi {
  return {
    getEntityDoraSeries(
      entityRef: string,
      metric: DoraMetricId,
      query: Parameters<DoraInsightApi['getEntityDoraSeries']>[2] = {},
      options: RequestOptions = {},
    ): Promise<DoraSeries> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/dora/series', {
          params: { path: entityPath(entityRef), query: { ...query, metric } },
          ...options,
        }),
      );
    },

    explainDoraSummary(
      metric: DoraMetricId,
      query: Parameters<DoraInsightApi['explainDoraSummary']>[1] = {},
      options: RequestOptions = {},
    ): Promise<DoraExplanation> {
      return engine.read(client =>
        client.GET('/dora/explain', {
          params: { query: { ...query, metric } },
          ...options,
        }),
      );
    },

    listEntityIncidents(
      entityRef: string,
      query: Parameters<DoraInsightApi['listEntityIncidents']>[1] = {},
      options: RequestOptions = {},
    ): Promise<IncidentPage> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/dora/incidents', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    listDoraCorrections(
      entityRef: string,
      query: Parameters<DoraInsightApi['listDoraCorrections']>[1] = {},
      options: RequestOptions = {},
    ): Promise<DoraCorrectionPage> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/dora/corrections', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    createDoraCorrection(
      entityRef: string,
      correction: NewDoraCorrection,
      options: RequestOptions = {},
    ): Promise<DoraCorrection> {
      return engine.read(client =>
        client.POST('/entities/{kind}/{namespace}/{name}/dora/corrections', {
          params: { path: entityPath(entityRef) },
          body: correction,
          ...options,
        }),
      );
    },

    undoDoraCorrection(
      entityRef: string,
      correctionId: string,
      body: { reason: string },
      options: RequestOptions = {},
    ): Promise<DoraCorrection> {
      return engine.read(client =>
        client.POST(
          '/entities/{kind}/{namespace}/{name}/dora/corrections/{correctionId}/undo',
          {
            params: { path: { ...entityPath(entityRef), correctionId } },
            body,
            ...options,
          },
        ),
      );
    },

    listEntityDisputes(
      entityRef: string,
      query: Parameters<DoraInsightApi['listEntityDisputes']>[1] = {},
      options: RequestOptions = {},
    ): Promise<DisputePage> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/dora/disputes', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    openDispute(
      entityRef: string,
      dispute: NewDispute,
      options: RequestOptions = {},
    ): Promise<Dispute> {
      return engine.read(client =>
        client.POST('/entities/{kind}/{namespace}/{name}/dora/disputes', {
          params: { path: entityPath(entityRef) },
          body: dispute,
          ...options,
        }),
      );
    },

    answerDispute(
      entityRef: string,
      disputeId: string,
      answer: DisputeAnswer,
      options: RequestOptions = {},
    ): Promise<Dispute> {
      return engine.read(client =>
        client.POST(
          '/entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/answer',
          {
            params: { path: { ...entityPath(entityRef), disputeId } },
            body: answer,
            ...options,
          },
        ),
      );
    },

    withdrawDispute(
      entityRef: string,
      disputeId: string,
      options: RequestOptions = {},
    ): Promise<Dispute> {
      return engine.read(client =>
        client.POST(
          '/entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/withdraw',
          {
            params: { path: { ...entityPath(entityRef), disputeId } },
            ...options,
          },
        ),
      );
    },

    listDisputes(
      query: Parameters<DoraInsightApi['listDisputes']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DisputePage> {
      return engine.read(client =>
        client.GET('/dora/disputes', { params: { query }, ...options }),
      );
    },

    getDoraDefinitions(options: RequestOptions = {}): Promise<DoraDefinitions> {
      return engine.read(client =>
        client.GET('/dora/definitions', { ...options }),
      );
    },
  };
}
