import type { Acceptance } from './AcceptanceApi';
import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** A rung of the ownership ladder. */
export type OwnershipRungId = Schemas['OwnershipRungId'];
/** What is missing in the ownership of an entity. */
export type OwnershipGap = Schemas['OwnershipGap'];
/** One rung of the ladder, with its evidence. */
export type OwnershipRung = Schemas['OwnershipRung'];
/** How well an entity is owned. */
export type OwnershipLadder = Schemas['OwnershipLadder'];
/** How to reach a team. */
export type OwnershipContact = Schemas['OwnershipContact'];
/** Who is on call. */
export type OnCall = Schemas['OnCall'];
/** How two teams work together. */
export type TeamInteraction = Schemas['TeamInteraction'];
/** A team as it describes itself. */
export type TeamProfile = Schemas['TeamProfile'];
/** Whether ownership is confirmed. */
export type OwnershipReviewState = Schemas['OwnershipReviewState'];
/** The review of the ownership of one entity. */
export type OwnershipReview = Schemas['OwnershipReview'];
/** One page of reviews. */
export type OwnershipReviewPage = Schemas['OwnershipReviewPage'];
/** One step in the reviews of an entity. */
export type OwnershipReviewEvent = Schemas['OwnershipReviewEvent'];
/** One page of them. */
export type OwnershipReviewEventPage = Schemas['OwnershipReviewEventPage'];
/** A confirmation of ownership. */
export type NewOwnershipReview = Schemas['NewOwnershipReview'];
/** A hand-over that is asked for. */
export type NewHandOver = Schemas['NewHandOver'];
/** The CODEOWNERS of a repository beside the owner in the catalog. */
export type CodeownersComparison = Schemas['CodeownersComparison'];
/** A team that works on an entity. */
export type OwnerSuggestion = Schemas['OwnerSuggestion'];
/** Teams that work on an entity. */
export type OwnerSuggestions = Schemas['OwnerSuggestions'];
/** Ownership of one entity, or of everything in a scope. */
export type OwnershipReport = Schemas['OwnershipReport'];
/** One thing that would help. */
export type OwnershipNextStep = Schemas['OwnershipNextStep'];
/** How many entities are owned well. */
export type OwnershipCoverage = Schemas['OwnershipCoverage'];
/** The coverage of one day. */
export type CoveragePoint = Schemas['CoveragePoint'];
/** The coverage of a scope, over time. */
export type OwnershipSummary = Schemas['OwnershipSummary'];
/** Where a coverage comes from. */
export type OwnershipExplanation = Schemas['OwnershipExplanation'];
/** One entity in the list of ownership. */
export type OwnershipRow = Schemas['OwnershipRow'];
/** One page of it. */
export type OwnershipPage = Schemas['OwnershipPage'];
/** The day by which a gap is to be closed. */
export type NewGapDate = Schemas['NewGapDate'];
/** The same, as it was set. */
export type GapDate = Schemas['GapDate'];
/** What a team carries. */
export type TeamLoad = Schemas['TeamLoad'];
/** A node of the ownership map. */
export type MapNode = Schemas['MapNode'];
/** An edge of the ownership map. */
export type MapEdge = Schemas['MapEdge'];
/** A part of the ownership map. */
export type OwnershipMap = Schemas['OwnershipMap'];
/** Where something is on the map. */
export type MapSearchResult = Schemas['MapSearchResult'];
/** One change of a re-organisation. */
export type PlanChange = Schemas['PlanChange'];
/** The changes of a re-organisation. */
export type WhatIfRequest = Schemas['WhatIfRequest'];
/** What a re-organisation would do. */
export type WhatIfAnswer = Schemas['WhatIfAnswer'];
/** An entity that a re-organisation would change. */
export type WhatIfEntity = Schemas['WhatIfEntity'];
/** A team that a re-organisation would change. */
export type WhatIfTeam = Schemas['WhatIfTeam'];
/** A saved re-organisation. */
export type OwnershipPlan = Schemas['OwnershipPlan'];
/** A re-organisation to be saved. */
export type NewOwnershipPlan = Schemas['NewOwnershipPlan'];
/** A re-organisation with its changes. */
export type ChangedOwnershipPlan = Schemas['ChangedOwnershipPlan'];
/** One page of plans. */
export type OwnershipPlanPage = Schemas['OwnershipPlanPage'];
/** A system that may rest on one person. */
export type SuccessionRow = Schemas['SuccessionRow'];
/** One page of them. */
export type SuccessionPage = Schemas['SuccessionPage'];

/** Who owns what, how well, and what would become of it. */
export interface OwnershipApi {
  getEntityOwnership(
    entityRef: string,
    query?: Query<'getEntityOwnership'>,
    options?: RequestOptions,
  ): Promise<OwnershipReport>;
  explainEntityOwnership(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<OwnershipExplanation>;
  setOwnershipGapDate(
    entityRef: string,
    body: NewGapDate,
    options?: RequestOptions,
  ): Promise<GapDate>;
  removeOwnershipGapDate(
    entityRef: string,
    gap: OwnershipGap,
    options?: RequestOptions,
  ): Promise<void>;
  listEntityOwnershipReviews(
    entityRef: string,
    query?: Query<'listEntityOwnershipReviews'>,
    options?: RequestOptions,
  ): Promise<OwnershipReviewEventPage>;
  confirmOwnership(
    entityRef: string,
    body: NewOwnershipReview,
    options?: RequestOptions,
  ): Promise<OwnershipReview>;
  requestHandOver(
    entityRef: string,
    body: NewHandOver,
    options?: RequestOptions,
  ): Promise<Acceptance>;
  listOwnership(
    query?: Query<'listOwnership'>,
    options?: RequestOptions,
  ): Promise<OwnershipPage>;
  getOwnershipSummary(
    query?: Query<'getOwnershipSummary'>,
    options?: RequestOptions,
  ): Promise<OwnershipSummary>;
  explainOwnershipSummary(
    query?: Query<'explainOwnershipSummary'>,
    options?: RequestOptions,
  ): Promise<OwnershipExplanation>;
  getOwnershipMap(
    query?: Query<'getOwnershipMap'>,
    options?: RequestOptions,
  ): Promise<OwnershipMap>;
  searchOwnershipMap(
    query: Query<'searchOwnershipMap'>,
    options?: RequestOptions,
  ): Promise<MapSearchResult>;
  listOwnershipReviews(
    query?: Query<'listOwnershipReviews'>,
    options?: RequestOptions,
  ): Promise<OwnershipReviewPage>;
  askWhatIf(
    body: WhatIfRequest,
    options?: RequestOptions,
  ): Promise<WhatIfAnswer>;
  listOwnershipPlans(
    query?: Query<'listOwnershipPlans'>,
    options?: RequestOptions,
  ): Promise<OwnershipPlanPage>;
  createOwnershipPlan(
    body: NewOwnershipPlan,
    options?: RequestOptions,
  ): Promise<OwnershipPlan>;
  getOwnershipPlan(
    planId: string,
    options?: RequestOptions,
  ): Promise<OwnershipPlan>;
  updateOwnershipPlan(
    planId: string,
    body: ChangedOwnershipPlan,
    options?: RequestOptions,
  ): Promise<OwnershipPlan>;
  deleteOwnershipPlan(planId: string, options?: RequestOptions): Promise<void>;
  listSuccession(
    query?: Query<'listSuccession'>,
    options?: RequestOptions,
  ): Promise<SuccessionPage>;
}
