import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type {
  ChangedOwnershipPlan,
  GapDate,
  MapSearchResult,
  NewGapDate,
  NewHandOver,
  NewOwnershipPlan,
  NewOwnershipReview,
  OwnershipExplanation,
  OwnershipGap,
  OwnershipMap,
  OwnershipPage,
  OwnershipPlan,
  OwnershipPlanPage,
  OwnershipReport,
  OwnershipReview,
  OwnershipReviewEventPage,
  OwnershipReviewPage,
  OwnershipSummary,
  SuccessionPage,
  WhatIfAnswer,
  WhatIfRequest,
  OwnershipApi,
} from './OwnershipApi';
import type { Acceptance } from './AcceptanceApi';
import type { RequestOptions } from './RequestOptions';

/** The calls for ownership. */
export function ownershipCalls(engine: EngineRequests): OwnershipApi {
  return {
    getEntityOwnership(
      entityRef: string,
      query: Parameters<OwnershipApi['getEntityOwnership']>[1] = {},
      options: RequestOptions = {},
    ): Promise<OwnershipReport> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/ownership', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    explainEntityOwnership(
      entityRef: string,
      options: RequestOptions = {},
    ): Promise<OwnershipExplanation> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/ownership/explain', {
          params: { path: entityPath(entityRef) },
          ...options,
        }),
      );
    },

    setOwnershipGapDate(
      entityRef: string,
      body: NewGapDate,
      options: RequestOptions = {},
    ): Promise<GapDate> {
      return engine.read(client =>
        client.PUT('/entities/{kind}/{namespace}/{name}/ownership/gap-dates', {
          params: { path: entityPath(entityRef) },
          body,
          ...options,
        }),
      );
    },

    async removeOwnershipGapDate(
      entityRef: string,
      gap: OwnershipGap,
      options: RequestOptions = {},
    ): Promise<void> {
      await engine.read<unknown>(client =>
        client.DELETE(
          '/entities/{kind}/{namespace}/{name}/ownership/gap-dates/{gap}',
          { params: { path: { ...entityPath(entityRef), gap } }, ...options },
        ),
      );
    },

    listEntityOwnershipReviews(
      entityRef: string,
      query: Parameters<OwnershipApi['listEntityOwnershipReviews']>[1] = {},
      options: RequestOptions = {},
    ): Promise<OwnershipReviewEventPage> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/ownership/reviews', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    confirmOwnership(
      entityRef: string,
      body: NewOwnershipReview,
      options: RequestOptions = {},
    ): Promise<OwnershipReview> {
      return engine.read(client =>
        client.POST('/entities/{kind}/{namespace}/{name}/ownership/reviews', {
          params: { path: entityPath(entityRef) },
          body,
          ...options,
        }),
      );
    },

    requestHandOver(
      entityRef: string,
      body: NewHandOver,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST(
          '/entities/{kind}/{namespace}/{name}/ownership/hand-overs',
          { params: { path: entityPath(entityRef) }, body, ...options },
        ),
      );
    },

    listOwnership(
      query: Parameters<OwnershipApi['listOwnership']>[0] = {},
      options: RequestOptions = {},
    ): Promise<OwnershipPage> {
      return engine.read(client =>
        client.GET('/ownership', { params: { query }, ...options }),
      );
    },

    getOwnershipSummary(
      query: Parameters<OwnershipApi['getOwnershipSummary']>[0] = {},
      options: RequestOptions = {},
    ): Promise<OwnershipSummary> {
      return engine.read(client =>
        client.GET('/ownership/summary', { params: { query }, ...options }),
      );
    },

    explainOwnershipSummary(
      query: Parameters<OwnershipApi['explainOwnershipSummary']>[0] = {},
      options: RequestOptions = {},
    ): Promise<OwnershipExplanation> {
      return engine.read(client =>
        client.GET('/ownership/explain', { params: { query }, ...options }),
      );
    },

    getOwnershipMap(
      query: Parameters<OwnershipApi['getOwnershipMap']>[0] = {},
      options: RequestOptions = {},
    ): Promise<OwnershipMap> {
      return engine.read(client =>
        client.GET('/ownership/map', { params: { query }, ...options }),
      );
    },

    searchOwnershipMap(
      query: Parameters<OwnershipApi['searchOwnershipMap']>[0],
      options: RequestOptions = {},
    ): Promise<MapSearchResult> {
      return engine.read(client =>
        client.GET('/ownership/map/search', { params: { query }, ...options }),
      );
    },

    listOwnershipReviews(
      query: Parameters<OwnershipApi['listOwnershipReviews']>[0] = {},
      options: RequestOptions = {},
    ): Promise<OwnershipReviewPage> {
      return engine.read(client =>
        client.GET('/ownership/reviews', { params: { query }, ...options }),
      );
    },

    askWhatIf(
      body: WhatIfRequest,
      options: RequestOptions = {},
    ): Promise<WhatIfAnswer> {
      return engine.read(client =>
        client.POST('/ownership/what-if', { body, ...options }),
      );
    },

    listOwnershipPlans(
      query: Parameters<OwnershipApi['listOwnershipPlans']>[0] = {},
      options: RequestOptions = {},
    ): Promise<OwnershipPlanPage> {
      return engine.read(client =>
        client.GET('/ownership/plans', { params: { query }, ...options }),
      );
    },

    createOwnershipPlan(
      body: NewOwnershipPlan,
      options: RequestOptions = {},
    ): Promise<OwnershipPlan> {
      return engine.read(client =>
        client.POST('/ownership/plans', { body, ...options }),
      );
    },

    getOwnershipPlan(
      planId: string,
      options: RequestOptions = {},
    ): Promise<OwnershipPlan> {
      return engine.read(client =>
        client.GET('/ownership/plans/{planId}', {
          params: { path: { planId } },
          ...options,
        }),
      );
    },

    updateOwnershipPlan(
      planId: string,
      body: ChangedOwnershipPlan,
      options: RequestOptions = {},
    ): Promise<OwnershipPlan> {
      return engine.read(client =>
        client.PUT('/ownership/plans/{planId}', {
          params: { path: { planId } },
          body,
          ...options,
        }),
      );
    },

    async deleteOwnershipPlan(
      planId: string,
      options: RequestOptions = {},
    ): Promise<void> {
      await engine.read<unknown>(client =>
        client.DELETE('/ownership/plans/{planId}', {
          params: { path: { planId } },
          ...options,
        }),
      );
    },

    listSuccession(
      query: Parameters<OwnershipApi['listSuccession']>[0] = {},
      options: RequestOptions = {},
    ): Promise<SuccessionPage> {
      return engine.read(client =>
        client.GET('/ownership/succession', { params: { query }, ...options }),
      );
    },
  };
}
