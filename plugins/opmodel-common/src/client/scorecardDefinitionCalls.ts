import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';
import type {
  FactProviderList,
  NewScorecardDraft,
  ScorecardCheckAnswer,
  ScorecardDefinitionApi,
  ScorecardDetail,
  ScorecardDocument,
  ScorecardDraft,
  ScorecardDraftChange,
  ScorecardDraftList,
  ScorecardList,
  ScorecardPreview,
  ScorecardPreviewRequest,
  ScorecardPublication,
  ScorecardRetirement,
  ScorecardText,
  ScorecardVersionPage,
} from './ScorecardDefinitionApi';

/** Namespace and name of a scorecard, from its ref. */
function documentPath(ref: string): { namespace: string; name: string } {
  const { namespace, name } = entityPath(ref);
  return { namespace, name };
}

/** The calls for the definitions of scorecards. */
export function scorecardDefinitionCalls(
  engine: EngineRequests,
): ScorecardDefinitionApi {
  return {
    listFactProviders(options: RequestOptions = {}): Promise<FactProviderList> {
      return engine.read(client => client.GET('/facts', { ...options }));
    },

    listScorecards(options: RequestOptions = {}): Promise<ScorecardList> {
      return engine.read(client => client.GET('/scorecards', { ...options }));
    },

    checkScorecard(
      body: ScorecardText,
      options: RequestOptions = {},
    ): Promise<ScorecardCheckAnswer> {
      return engine.read(client =>
        client.POST('/scorecards/check', { body, ...options }),
      );
    },

    previewScorecard(
      body: ScorecardPreviewRequest,
      options: RequestOptions = {},
    ): Promise<ScorecardPreview> {
      return engine.read(client =>
        client.POST('/scorecards/preview', { body, ...options }),
      );
    },

    getScorecard(
      scorecardRef: string,
      options: RequestOptions = {},
    ): Promise<ScorecardDetail> {
      return engine.read(client =>
        client.GET('/scorecards/{namespace}/{name}', {
          params: { path: documentPath(scorecardRef) },
          ...options,
        }),
      );
    },

    listScorecardVersions(
      scorecardRef: string,
      query: Parameters<
        ScorecardDefinitionApi['listScorecardVersions']
      >[1] = {},
      options: RequestOptions = {},
    ): Promise<ScorecardVersionPage> {
      return engine.read(client =>
        client.GET('/scorecards/{namespace}/{name}/versions', {
          params: { path: documentPath(scorecardRef), query },
          ...options,
        }),
      );
    },

    getScorecardDocument(
      scorecardRef: string,
      query: Parameters<ScorecardDefinitionApi['getScorecardDocument']>[1] = {},
      options: RequestOptions = {},
    ): Promise<ScorecardDocument> {
      return engine.read(client =>
        client.GET('/scorecards/{namespace}/{name}/document', {
          params: { path: documentPath(scorecardRef), query },
          ...options,
        }),
      );
    },

    listScorecardDrafts(
      options: RequestOptions = {},
    ): Promise<ScorecardDraftList> {
      return engine.read(client =>
        client.GET('/scorecard-drafts', { ...options }),
      );
    },

    createScorecardDraft(
      body: NewScorecardDraft,
      options: RequestOptions = {},
    ): Promise<ScorecardDraft> {
      return engine.read(client =>
        client.POST('/scorecard-drafts', { body, ...options }),
      );
    },

    getScorecardDraft(
      draftId: string,
      options: RequestOptions = {},
    ): Promise<ScorecardDraft> {
      return engine.read(client =>
        client.GET('/scorecard-drafts/{draftId}', {
          params: { path: { draftId } },
          ...options,
        }),
      );
    },

    saveScorecardDraft(
      draftId: string,
      body: ScorecardDraftChange,
      options: RequestOptions = {},
    ): Promise<ScorecardDraft> {
      return engine.read(client =>
        client.PUT('/scorecard-drafts/{draftId}', {
          params: { path: { draftId } },
          body,
          ...options,
        }),
      );
    },

    async deleteScorecardDraft(
      draftId: string,
      options: RequestOptions = {},
    ): Promise<void> {
      await engine.read(client =>
        client.DELETE('/scorecard-drafts/{draftId}', {
          params: { path: { draftId } },
          ...options,
        }),
      );
    },

    publishScorecardDraft(
      draftId: string,
      body: ScorecardPublication,
      options: RequestOptions = {},
    ): Promise<ScorecardDetail> {
      return engine.read(client =>
        client.POST('/scorecard-drafts/{draftId}/publish', {
          params: { path: { draftId } },
          body,
          ...options,
        }),
      );
    },

    async retireScorecard(
      scorecardRef: string,
      body: ScorecardRetirement,
      options: RequestOptions = {},
    ): Promise<void> {
      await engine.read(client =>
        client.POST('/scorecards/{namespace}/{name}/retire', {
          params: { path: documentPath(scorecardRef) },
          body,
          ...options,
        }),
      );
    },
  };
}
