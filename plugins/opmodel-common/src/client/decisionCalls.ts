import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type {
  AppliedRights,
  ChangedDecision,
  Decision,
  DecisionForumPage,
  DecisionPage,
  Escalation,
  NewDecision,
  DecisionApi,
} from './DecisionApi';
import type { RequestOptions } from './RequestOptions';

/** The calls for decision rights, forums, escalation and the decision log. */
export function decisionCalls(engine: EngineRequests): DecisionApi {
  return {
    listEntityDecisionRights(
      entityRef: string,
      options: RequestOptions = {},
    ): Promise<AppliedRights> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/decision-rights', {
          params: { path: entityPath(entityRef) },
          ...options,
        }),
      );
    },

    getEntityEscalation(
      entityRef: string,
      query: Parameters<DecisionApi['getEntityEscalation']>[1] = {},
      options: RequestOptions = {},
    ): Promise<Escalation> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/escalation', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    listDecisionForums(
      query: Parameters<DecisionApi['listDecisionForums']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DecisionForumPage> {
      return engine.read(client =>
        client.GET('/decision-forums', { params: { query }, ...options }),
      );
    },

    listDecisions(
      query: Parameters<DecisionApi['listDecisions']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DecisionPage> {
      return engine.read(client =>
        client.GET('/decisions', { params: { query }, ...options }),
      );
    },

    createDecision(
      body: NewDecision,
      options: RequestOptions = {},
    ): Promise<Decision> {
      return engine.read(client =>
        client.POST('/decisions', { body, ...options }),
      );
    },

    getDecision(
      decisionId: string,
      options: RequestOptions = {},
    ): Promise<Decision> {
      return engine.read(client =>
        client.GET('/decisions/{decisionId}', {
          params: { path: { decisionId } },
          ...options,
        }),
      );
    },

    updateDecision(
      decisionId: string,
      body: ChangedDecision,
      options: RequestOptions = {},
    ): Promise<Decision> {
      return engine.read(client =>
        client.PUT('/decisions/{decisionId}', {
          params: { path: { decisionId } },
          body,
          ...options,
        }),
      );
    },
  };
}
