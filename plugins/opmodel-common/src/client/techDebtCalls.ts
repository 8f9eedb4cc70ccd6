import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';
import type {
  DebtDuplicateQuestion,
  DebtDuplicates,
  DebtFlowReport,
  DebtItemComment,
  DebtItemCommentPage,
  DebtItemEdit,
  DebtItemPage,
  DebtItemVersionPage,
  DebtMatrix,
  DebtStatusDeed,
  DebtSummary,
  DebtTemplateList,
  DebtTopTen,
  EntityTechDebt,
  FiledDebtItem,
  NewDebtItem,
  NewDebtItemComment,
  PricedDebtItem,
  TechDebtApi,
} from './TechDebtApi';

/** The calls for the register of technical debt. */
export function techDebtCalls(engine: EngineRequests): TechDebtApi {
  return {
    listDebtItems(
      query: Parameters<TechDebtApi['listDebtItems']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DebtItemPage> {
      return engine.read(client =>
        client.GET('/tech-debt/items', { params: { query }, ...options }),
      );
    },

    createDebtItem(
      body: NewDebtItem,
      options: RequestOptions = {},
    ): Promise<FiledDebtItem> {
      return engine.read(client =>
        client.POST('/tech-debt/items', { body, ...options }),
      );
    },

    findDebtDuplicates(
      body: DebtDuplicateQuestion,
      options: RequestOptions = {},
    ): Promise<DebtDuplicates> {
      return engine.read(client =>
        client.POST('/tech-debt/items/duplicates', { body, ...options }),
      );
    },

    getDebtItem(
      itemId: string,
      options: RequestOptions = {},
    ): Promise<PricedDebtItem> {
      return engine.read(client =>
        client.GET('/tech-debt/items/{itemId}', {
          params: { path: { itemId } },
          ...options,
        }),
      );
    },

    changeDebtItem(
      itemId: string,
      body: DebtItemEdit,
      options: RequestOptions = {},
    ): Promise<PricedDebtItem> {
      return engine.read(client =>
        client.PATCH('/tech-debt/items/{itemId}', {
          params: { path: { itemId } },
          body,
          ...options,
        }),
      );
    },

    async deleteDebtItem(
      itemId: string,
      version: number,
      options: RequestOptions = {},
    ): Promise<void> {
      await engine.read<unknown>(client =>
        client.DELETE('/tech-debt/items/{itemId}', {
          params: { path: { itemId }, query: { version } },
          ...options,
        }),
      );
    },

    changeDebtStatus(
      itemId: string,
      body: DebtStatusDeed,
      options: RequestOptions = {},
    ): Promise<PricedDebtItem> {
      return engine.read(client =>
        client.POST('/tech-debt/items/{itemId}/status', {
          params: { path: { itemId } },
          body,
          ...options,
        }),
      );
    },

    listDebtItemVersions(
      itemId: string,
      query: Parameters<TechDebtApi['listDebtItemVersions']>[1] = {},
      options: RequestOptions = {},
    ): Promise<DebtItemVersionPage> {
      return engine.read(client =>
        client.GET('/tech-debt/items/{itemId}/versions', {
          params: { path: { itemId }, query },
          ...options,
        }),
      );
    },

    listDebtItemComments(
      itemId: string,
      query: Parameters<TechDebtApi['listDebtItemComments']>[1] = {},
      options: RequestOptions = {},
    ): Promise<DebtItemCommentPage> {
      return engine.read(client =>
        client.GET('/tech-debt/items/{itemId}/comments', {
          params: { path: { itemId }, query },
          ...options,
        }),
      );
    },

    commentOnDebtItem(
      itemId: string,
      body: NewDebtItemComment,
      options: RequestOptions = {},
    ): Promise<DebtItemComment> {
      return engine.read(client =>
        client.POST('/tech-debt/items/{itemId}/comments', {
          params: { path: { itemId } },
          body,
          ...options,
        }),
      );
    },

    getDebtSummary(
      query: Parameters<TechDebtApi['getDebtSummary']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DebtSummary> {
      return engine.read(client =>
        client.GET('/tech-debt/summary', { params: { query }, ...options }),
      );
    },

    getDebtMatrix(
      query: Parameters<TechDebtApi['getDebtMatrix']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DebtMatrix> {
      return engine.read(client =>
        client.GET('/tech-debt/matrix', { params: { query }, ...options }),
      );
    },

    getDebtFlow(
      query: Parameters<TechDebtApi['getDebtFlow']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DebtFlowReport> {
      return engine.read(client =>
        client.GET('/tech-debt/flow', { params: { query }, ...options }),
      );
    },

    getDebtTopTen(
      query: Parameters<TechDebtApi['getDebtTopTen']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DebtTopTen> {
      return engine.read(client =>
        client.GET('/tech-debt/top-ten', { params: { query }, ...options }),
      );
    },

    listDebtTemplates(options: RequestOptions = {}): Promise<DebtTemplateList> {
      return engine.read(client =>
        client.GET('/tech-debt/templates', { ...options }),
      );
    },

    getEntityTechDebt(
      entityRef: string,
      query: Parameters<TechDebtApi['getEntityTechDebt']>[1] = {},
      options: RequestOptions = {},
    ): Promise<EntityTechDebt> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/tech-debt', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },
  };
}
