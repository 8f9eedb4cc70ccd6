import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** The `spec` of a document of kind Scorecard. */
export type ScorecardSpec = Schemas['ScorecardSpec'];
/** A fact that there is. */
export type FactDescription = Schemas['FactDescription'];
/** Who tells facts, and how fresh they are. */
export type FactProviderView = Schemas['FactProviderView'];
/** Everyone who tells facts. */
export type FactProviderList = Schemas['FactProviderList'];
/** A scorecard of the list. */
export type ScorecardListItem = Schemas['ScorecardListItem'];
/** Every scorecard. */
export type ScorecardList = Schemas['ScorecardList'];
/** A part of a text. */
export type TextRange = Schemas['TextRange'];
/** What is wrong with a definition. */
export type ScorecardProblemView = Schemas['ScorecardProblemView'];
/** A definition. */
export type ScorecardText = Schemas['ScorecardText'];
/** What is wrong with it. */
export type ScorecardCheckAnswer = Schemas['ScorecardCheckAnswer'];
/** A definition to look at. */
export type ScorecardPreviewRequest = Schemas['ScorecardPreviewRequest'];
/** What it would change for a team. */
export type TeamImpactView = Schemas['TeamImpactView'];
/** An entity that would move. */
export type PreviewMove = Schemas['PreviewMove'];
/** How an entity would stand. */
export type PreviewSample = Schemas['PreviewSample'];
/** What a definition would change. */
export type ScorecardPreview = Schemas['ScorecardPreview'];
/** Teams that would lose a level. */
export type LevelLoss = Schemas['LevelLoss'];
/** One scorecard as it holds. */
export type ScorecardDetail = Schemas['ScorecardDetail'];
/** How two definitions differ. */
export type DefinitionChange = Schemas['DefinitionChange'];
/** One version. */
export type ScorecardVersionView = Schemas['ScorecardVersionView'];
/** One page of versions. */
export type ScorecardVersionPage = Schemas['ScorecardVersionPage'];
/** A document for the catalog. */
export type ScorecardDocument = Schemas['ScorecardDocument'];
/** What somebody is working on. */
export type ScorecardDraft = Schemas['ScorecardDraft'];
/** Drafts. */
export type ScorecardDraftList = Schemas['ScorecardDraftList'];
/** A draft to begin. */
export type NewScorecardDraft = Schemas['NewScorecardDraft'];
/** A draft to keep. */
export type ScorecardDraftChange = Schemas['ScorecardDraftChange'];
/** Why a draft is to hold. */
export type ScorecardPublication = Schemas['ScorecardPublication'];
/** Why a scorecard ends. */
export type ScorecardRetirement = Schemas['ScorecardRetirement'];

/** What scorecards ask, and by what facts. */
export interface ScorecardDefinitionApi {
  listFactProviders(options?: RequestOptions): Promise<FactProviderList>;
  listScorecards(options?: RequestOptions): Promise<ScorecardList>;
  checkScorecard(
    body: ScorecardText,
    options?: RequestOptions,
  ): Promise<ScorecardCheckAnswer>;
  previewScorecard(
    body: ScorecardPreviewRequest,
    options?: RequestOptions,
  ): Promise<ScorecardPreview>;
  getScorecard(
    scorecardRef: string,
    options?: RequestOptions,
  ): Promise<ScorecardDetail>;
  listScorecardVersions(
    scorecardRef: string,
    query?: Query<'listScorecardVersions'>,
    options?: RequestOptions,
  ): Promise<ScorecardVersionPage>;
  getScorecardDocument(
    scorecardRef: string,
    query?: Query<'getScorecardDocument'>,
    options?: RequestOptions,
  ): Promise<ScorecardDocument>;
  listScorecardDrafts(options?: RequestOptions): Promise<ScorecardDraftList>;
  createScorecardDraft(
    body: NewScorecardDraft,
    options?: RequestOptions,
  ): Promise<ScorecardDraft>;
  getScorecardDraft(
    draftId: string,
    options?: RequestOptions,
  ): Promise<ScorecardDraft>;
  saveScorecardDraft(
    draftId: string,
    body: ScorecardDraftChange,
    options?: RequestOptions,
  ): Promise<ScorecardDraft>;
  deleteScorecardDraft(
    draftId: string,
    options?: RequestOptions,
  ): Promise<void>;
  publishScorecardDraft(
    draftId: string,
    body: ScorecardPublication,
    options?: RequestOptions,
  ): Promise<ScorecardDetail>;
  retireScorecard(
    scorecardRef: string,
    body: ScorecardRetirement,
    options?: RequestOptions,
  ): Promise<void>;
}
