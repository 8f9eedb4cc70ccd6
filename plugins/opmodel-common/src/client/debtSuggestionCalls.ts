import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';
import type {
  DebtSuggestionApi,
  DebtSuggestionDecisions,
  DebtSuggestionDetail,
  DebtSuggestionDismissal,
  DebtSuggestionPage,
  DebtSuggestionPromotion,
  DebtSuggestionResults,
  DebtSuggestionRow,
  DebtSuggestionSourceList,
  PromotedDebtSuggestion,
} from './DebtSuggestionApi';

/** The calls for debt that sources find by themselves. */
export function debtSuggestionCalls(engine: EngineRequests): DebtSuggestionApi {
  return {
    listDebtSuggestions(
      query: Parameters<DebtSuggestionApi['listDebtSuggestions']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DebtSuggestionPage> {
      return engine.read(client =>
        client.GET('/tech-debt/suggestions', { params: { query }, ...options }),
      );
    },

    getDebtSuggestion(
      suggestionId: string,
      options: RequestOptions = {},
    ): Promise<DebtSuggestionDetail> {
      return engine.read(client =>
        client.GET('/tech-debt/suggestions/{suggestionId}', {
          params: { path: { suggestionId } },
          ...options,
        }),
      );
    },

    promoteDebtSuggestion(
      suggestionId: string,
      body: DebtSuggestionPromotion = {},
      options: RequestOptions = {},
    ): Promise<PromotedDebtSuggestion> {
      return engine.read(client =>
        client.POST('/tech-debt/suggestions/{suggestionId}/promotion', {
          params: { path: { suggestionId } },
          body,
          ...options,
        }),
      );
    },

    dismissDebtSuggestion(
      suggestionId: string,
      body: DebtSuggestionDismissal,
      options: RequestOptions = {},
    ): Promise<DebtSuggestionRow> {
      return engine.read(client =>
        client.POST('/tech-debt/suggestions/{suggestionId}/dismissal', {
          params: { path: { suggestionId } },
          body,
          ...options,
        }),
      );
    },

    putBackDebtSuggestion(
      suggestionId: string,
      options: RequestOptions = {},
    ): Promise<DebtSuggestionRow> {
      return engine.read(client =>
        client.DELETE('/tech-debt/suggestions/{suggestionId}/dismissal', {
          params: { path: { suggestionId } },
          ...options,
        }),
      );
    },

    decideDebtSuggestions(
      body: DebtSuggestionDecisions,
      options: RequestOptions = {},
    ): Promise<DebtSuggestionResults> {
      return engine.read(client =>
        client.POST('/tech-debt/suggestions/bulk', { body, ...options }),
      );
    },

    listDebtSuggestionSources(
      options: RequestOptions = {},
    ): Promise<DebtSuggestionSourceList> {
      return engine.read(client =>
        client.GET('/tech-debt/suggestion-sources', { ...options }),
      );
    },
  };
}
