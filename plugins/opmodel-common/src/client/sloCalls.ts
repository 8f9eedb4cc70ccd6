import type { Acceptance } from './AcceptanceApi';
import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';
import type {
  SloApi,
  ErrorBudgetPolicyPage,
  ErrorBudgetPolicyReport,
  NewBreakGlass,
  NewPolicyException,
  NewSloCorrection,
  ReleaseGate,
  ReleaseGateDecisionPage,
  SloBucketPage,
  SloCorrectionPage,
  SloDays,
  SloDetail,
  SloExplanation,
  SloPage,
  SloProblemPage,
  SloProposals,
  SloReport,
  SloRules,
  SloSeries,
  SloSummary,
  SloWindowPage,
  UncoveredEntityPage,
} from './SloApi';

/** Namespace and name of a document such as `slo:default/checkout-availability`. */
function documentPath(ref: string): { namespace: string; name: string } {
  const { namespace, name } = entityPath(ref);
  return { namespace, name };
}

/** The calls for service level objectives. */
export function sloCalls(engine: EngineRequests): SloApi {
  return {
    getEntitySlos(
      entityRef: string,
      query: Parameters<SloApi['getEntitySlos']>[1] = {},
      options: RequestOptions = {},
    ): Promise<SloReport> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/slos', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    listSloProposals(
      entityRef: string,
      options: RequestOptions = {},
    ): Promise<SloProposals> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/slo-proposals', {
          params: { path: entityPath(entityRef) },
          ...options,
        }),
      );
    },

    getReleaseGate(
      entityRef: string,
      query: Parameters<SloApi['getReleaseGate']>[1] = {},
      options: RequestOptions = {},
    ): Promise<ReleaseGate> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/release-gate', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    breakReleaseGate(
      entityRef: string,
      body: NewBreakGlass,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST(
          '/entities/{kind}/{namespace}/{name}/release-gate/break-glass',
          { params: { path: entityPath(entityRef) }, body, ...options },
        ),
      );
    },

    listReleaseGateDecisions(
      entityRef: string,
      query: Parameters<SloApi['listReleaseGateDecisions']>[1] = {},
      options: RequestOptions = {},
    ): Promise<ReleaseGateDecisionPage> {
      return engine.read(client =>
        client.GET(
          '/entities/{kind}/{namespace}/{name}/release-gate/decisions',
          { params: { path: entityPath(entityRef), query }, ...options },
        ),
      );
    },

    listSlos(
      query: Parameters<SloApi['listSlos']>[0] = {},
      options: RequestOptions = {},
    ): Promise<SloPage> {
      return engine.read(client =>
        client.GET('/slos', { params: { query }, ...options }),
      );
    },

    getSloSummary(
      query: Parameters<SloApi['getSloSummary']>[0] = {},
      options: RequestOptions = {},
    ): Promise<SloSummary> {
      return engine.read(client =>
        client.GET('/slos/summary', { params: { query }, ...options }),
      );
    },

    listUncoveredEntities(
      query: Parameters<SloApi['listUncoveredEntities']>[0] = {},
      options: RequestOptions = {},
    ): Promise<UncoveredEntityPage> {
      return engine.read(client =>
        client.GET('/slos/uncovered', { params: { query }, ...options }),
      );
    },

    listSloProblems(
      query: Parameters<SloApi['listSloProblems']>[0] = {},
      options: RequestOptions = {},
    ): Promise<SloProblemPage> {
      return engine.read(client =>
        client.GET('/slos/problems', { params: { query }, ...options }),
      );
    },

    writeSloRules(
      query: Parameters<SloApi['writeSloRules']>[0] = {},
      options: RequestOptions = {},
    ): Promise<SloRules> {
      return engine.read(client =>
        client.GET('/slos/rules', { params: { query }, ...options }),
      );
    },

    getSlo(ref: string, options: RequestOptions = {}): Promise<SloDetail> {
      return engine.read(client =>
        client.GET('/slos/{namespace}/{name}', {
          params: { path: documentPath(ref) },
          ...options,
        }),
      );
    },

    getSloSeries(
      ref: string,
      query: Parameters<SloApi['getSloSeries']>[1] = {},
      options: RequestOptions = {},
    ): Promise<SloSeries> {
      return engine.read(client =>
        client.GET('/slos/{namespace}/{name}/series', {
          params: { path: documentPath(ref), query },
          ...options,
        }),
      );
    },

    listSloDays(
      ref: string,
      query: Parameters<SloApi['listSloDays']>[1] = {},
      options: RequestOptions = {},
    ): Promise<SloDays> {
      return engine.read(client =>
        client.GET('/slos/{namespace}/{name}/days', {
          params: { path: documentPath(ref), query },
          ...options,
        }),
      );
    },

    listSloWindows(
      ref: string,
      query: Parameters<SloApi['listSloWindows']>[1] = {},
      options: RequestOptions = {},
    ): Promise<SloWindowPage> {
      return engine.read(client =>
        client.GET('/slos/{namespace}/{name}/windows', {
          params: { path: documentPath(ref), query },
          ...options,
        }),
      );
    },

    explainSlo(
      ref: string,
      query: Parameters<SloApi['explainSlo']>[1] = {},
      options: RequestOptions = {},
    ): Promise<SloExplanation> {
      return engine.read(client =>
        client.GET('/slos/{namespace}/{name}/explain', {
          params: { path: documentPath(ref), query },
          ...options,
        }),
      );
    },

    listSloBuckets(
      ref: string,
      query: Parameters<SloApi['listSloBuckets']>[1] = {},
      options: RequestOptions = {},
    ): Promise<SloBucketPage> {
      return engine.read(client =>
        client.GET('/slos/{namespace}/{name}/buckets', {
          params: { path: documentPath(ref), query },
          ...options,
        }),
      );
    },

    listSloCorrections(
      ref: string,
      query: Parameters<SloApi['listSloCorrections']>[1] = {},
      options: RequestOptions = {},
    ): Promise<SloCorrectionPage> {
      return engine.read(client =>
        client.GET('/slos/{namespace}/{name}/corrections', {
          params: { path: documentPath(ref), query },
          ...options,
        }),
      );
    },

    requestSloCorrection(
      ref: string,
      body: NewSloCorrection,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST('/slos/{namespace}/{name}/corrections', {
          params: { path: documentPath(ref) },
          body,
          ...options,
        }),
      );
    },

    listErrorBudgetPolicies(
      query: Parameters<SloApi['listErrorBudgetPolicies']>[0] = {},
      options: RequestOptions = {},
    ): Promise<ErrorBudgetPolicyPage> {
      return engine.read(client =>
        client.GET('/slo-policies', { params: { query }, ...options }),
      );
    },

    getErrorBudgetPolicy(
      ref: string,
      query: Parameters<SloApi['getErrorBudgetPolicy']>[1] = {},
      options: RequestOptions = {},
    ): Promise<ErrorBudgetPolicyReport> {
      return engine.read(client =>
        client.GET('/slo-policies/{namespace}/{name}', {
          params: { path: documentPath(ref), query },
          ...options,
        }),
      );
    },

    requestPolicyException(
      ref: string,
      body: NewPolicyException,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST('/slo-policies/{namespace}/{name}/exceptions', {
          params: { path: documentPath(ref) },
          body,
          ...options,
        }),
      );
    },
  };
}
