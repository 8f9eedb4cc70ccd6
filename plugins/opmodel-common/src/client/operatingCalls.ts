import type { EngineRequests } from './EngineRequests';
import type {
  AttentionList,
  CollectorRunReport,
  EngineHealth,
  EngineStorage,
  OpmodelApi,
  Overview,
  RejectedEvents,
  UnmappedEvents,
  UnmappedReplay,
  WebhookDeliveryPage,
} from './OpmodelApi';
import type { RequestOptions } from './RequestOptions';

/** The calls for what the portal knows, what needs somebody, and how the engine and its intake are doing. */
export function operatingCalls(engine: EngineRequests) {
  return {
    getOverview(options: RequestOptions = {}): Promise<Overview> {
      return engine.read(client => client.GET('/overview', { ...options }));
    },

    listAttention(
      query: Parameters<OpmodelApi['listAttention']>[0] = {},
      options: RequestOptions = {},
    ): Promise<AttentionList> {
      return engine.read(client =>
        client.GET('/attention', {
          params: { query },
          ...options,
        }),
      );
    },

    getHealth(options: RequestOptions = {}): Promise<EngineHealth> {
      return engine.read(client => client.GET('/health', { ...options }));
    },

    getStorage(options: RequestOptions = {}): Promise<EngineStorage> {
      return engine.read(client =>
        client.GET('/health/storage', { ...options }),
      );
    },

    async listCollectorRuns(
      collectorId: string,
      query: Parameters<OpmodelApi['listCollectorRuns']>[1] = {},
      options: RequestOptions = {},
    ): Promise<CollectorRunReport[]> {
      const { items } = await engine.read(client =>
        client.GET('/health/collectors/{collectorId}/runs', {
          params: { path: { collectorId }, query },
          ...options,
        }),
      );
      return items;
    },

    listDeliveries(
      query: Parameters<OpmodelApi['listDeliveries']>[0] = {},
      options: RequestOptions = {},
    ): Promise<WebhookDeliveryPage> {
      return engine.read(client =>
        client.GET('/inbox', {
          params: { query },
          ...options,
        }),
      );
    },

    async replayDeliveries(
      selection: { ids?: string[]; source?: string },
      options: RequestOptions = {},
    ): Promise<number> {
      const { replayed } = await engine.read(client =>
        client.POST('/inbox/replay', {
          body: selection,
          ...options,
        }),
      );
      return replayed;
    },

    listUnmappedEvents(
      query: Parameters<OpmodelApi['listUnmappedEvents']>[0] = {},
      options: RequestOptions = {},
    ): Promise<UnmappedEvents> {
      return engine.read(client =>
        client.GET('/events/unmapped', {
          params: { query },
          ...options,
        }),
      );
    },

    replayUnmappedEvents(
      options: RequestOptions = {},
    ): Promise<UnmappedReplay> {
      return engine.read(client =>
        client.POST('/events/unmapped/replay', {
          ...options,
        }),
      );
    },

    listRejectedEvents(
      query: Parameters<OpmodelApi['listRejectedEvents']>[0] = {},
      options: RequestOptions = {},
    ): Promise<RejectedEvents> {
      return engine.read(client =>
        client.GET('/events/rejected', {
          params: { query },
          ...options,
        }),
      );
    },
  } satisfies Partial<OpmodelApi>;
}
