import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** What is escalated. */
export type EscalationKind = Schemas['EscalationKind'];
/** How a right is exercised. */
export type DecisionMode = Schemas['DecisionMode'];
/** Where a decision stands. */
export type DecisionStatus = Schemas['DecisionStatus'];
/** A decision right as it applies to an entity. */
export type AppliedRight = Schemas['AppliedRight'];
/** All decision rights and forums of an entity. */
export type AppliedRights = Schemas['AppliedRights'];
/** Whom to tell about an entity, and whom then. */
export type Escalation = Schemas['Escalation'];
/** One level of an escalation. */
export type EscalationStep = Schemas['EscalationStep'];
/** Where decisions are made. */
export type DecisionForum = Schemas['DecisionForum'];
/** One page of forums. */
export type DecisionForumPage = Schemas['DecisionForumPage'];
/** An entry of the decision log. */
export type Decision = Schemas['Decision'];
/** A decision to be entered. */
export type NewDecision = Schemas['NewDecision'];
/** A decision with its changes. */
export type ChangedDecision = Schemas['ChangedDecision'];
/** One page of decisions. */
export type DecisionPage = Schemas['DecisionPage'];

/** Who decides what, whom to tell, and what was decided. */
export interface DecisionApi {
  listEntityDecisionRights(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<AppliedRights>;
  getEntityEscalation(
    entityRef: string,
    query?: Query<'getEntityEscalation'>,
    options?: RequestOptions,
  ): Promise<Escalation>;
  listDecisionForums(
    query?: Query<'listDecisionForums'>,
    options?: RequestOptions,
  ): Promise<DecisionForumPage>;
  listDecisions(
    query?: Query<'listDecisions'>,
    options?: RequestOptions,
  ): Promise<DecisionPage>;
  createDecision(
    body: NewDecision,
    options?: RequestOptions,
  ): Promise<Decision>;
  getDecision(decisionId: string, options?: RequestOptions): Promise<Decision>;
  updateDecision(
    decisionId: string,
    body: ChangedDecision,
    options?: RequestOptions,
  ): Promise<Decision>;
}
