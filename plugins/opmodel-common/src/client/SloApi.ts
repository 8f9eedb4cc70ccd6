import type { Acceptance } from './AcceptanceApi';
import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** How an objective is doing. */
export type SloState = Schemas['SloState'];
/** How a budget is counted. */
export type BudgetingMethodId = Schemas['BudgetingMethodId'];
/** Whether somebody is to look at a document again. */
export type SloReviewState = Schemas['SloReviewState'];
/** What the gate says of a release. */
export type ReleaseDecision = Schemas['ReleaseDecision'];
/** What a policy brings about. */
export type ConsequenceKind = Schemas['ConsequenceKind'];
/** Over which time an objective holds. */
export type SloWindowReport = Schemas['SloWindow'];
/** What may go wrong, and how much of it has. */
export type SloBudgetReport = Schemas['SloBudget'];
/** How fast a budget is spent. */
export type SloBurn = Schemas['SloBurn'];
/** An alert on the burn of a budget. */
export type SloAlert = Schemas['SloAlert'];
/** How one objective is doing. */
export type SloObjectiveStatus = Schemas['SloObjectiveStatus'];
/** How one SLO is doing. */
export type SloStatus = Schemas['SloStatus'];
/** How the measuring is doing. */
export type SloSourceState = Schemas['SloSourceState'];
/** One day of an objective. */
export type SloDay = Schemas['SloDay'];
/** How fresh the numbers are. */
export type SloFreshness = Schemas['SloFreshness'];
/** One thing that would help. */
export type SloNextStep = Schemas['SloNextStep'];
/** The objectives of one entity, or of everything in a scope. */
export type SloReport = Schemas['SloReport'];
/** What a report is about. */
export type SloSubject = Schemas['SloSubject'];
/** An error budget policy that applies. */
export type AppliedPolicy = Schemas['AppliedPolicy'];
/** What a policy has brought about. */
export type PolicyConsequence = Schemas['PolicyConsequence'];
/** A contractual agreement beside an SLO. */
export type SloAgreement = Schemas['SloAgreement'];
/** An objective that is stricter than what it depends on. */
export type SloDependencyFinding = Schemas['SloDependencyFinding'];
/** An objective that another one depends on. */
export type SloDependency = Schemas['SloDependency'];
/** One page of SLOs. */
export type SloPage = Schemas['SloPage'];
/** How many are in a state. */
export type SloStateCount = Schemas['SloStateCount'];
/** How many components of a tier have an objective. */
export type SloCoverageOfTier = Schemas['SloCoverageOfTier'];
/** How the objectives of a scope are doing. */
export type SloSummary = Schemas['SloSummary'];
/** A component without an objective. */
export type UncoveredEntity = Schemas['UncoveredEntity'];
/** One page of them. */
export type UncoveredEntityPage = Schemas['UncoveredEntityPage'];
/** Something that is wrong with a document. */
export type SloProblem = Schemas['SloProblem'];
/** One page of them. */
export type SloProblemPage = Schemas['SloProblemPage'];
/** Rules for Prometheus, or documents for Sloth or Pyrra. */
export type SloRules = Schemas['SloRules'];
/** An SLO without a rule. */
export type SloRuleGap = Schemas['SloRuleGap'];
/** One SLO with its document. */
export type SloDetail = Schemas['SloDetail'];
/** What is asked to measure an objective. */
export type SloIndicatorText = Schemas['SloIndicatorText'];
/** One query. */
export type SloQuery = Schemas['SloQuery'];
/** Something that is odd about the alerts of an objective. */
export type SloLint = Schemas['SloLint'];
/** One point of a burn-down. */
export type SloPoint = Schemas['SloPoint'];
/** Something that happened. */
export type SloMark = Schemas['SloMark'];
/** A budget over time. */
export type SloSeries = Schemas['SloSeries'];
/** Attainment by day. */
export type SloDays = Schemas['SloDays'];
/** How a window ended. */
export type SloPastWindow = Schemas['SloPastWindow'];
/** One page of them. */
export type SloWindowPage = Schemas['SloWindowPage'];
/** Where a budget comes from. */
export type SloExplanation = Schemas['SloExplanation'];
/** One figure of it. */
export type SloFigure = Schemas['SloFigure'];
/** What was left out, and why. */
export type SloLeftOut = Schemas['SloLeftOut'];
/** The counts of one bucket. */
export type SloBucketRow = Schemas['SloBucketRow'];
/** One page of them. */
export type SloBucketPage = Schemas['SloBucketPage'];
/** A span that is left out of a budget. */
export type SloCorrection = Schemas['SloCorrection'];
/** One page of them. */
export type SloCorrectionPage = Schemas['SloCorrectionPage'];
/** A span to be left out. */
export type NewSloCorrection = Schemas['NewSloCorrection'];
/** An exception from a policy that is asked for. */
export type NewPolicyException = Schemas['NewPolicyException'];
/** Why a release has to pass. */
export type NewBreakGlass = Schemas['NewBreakGlass'];
/** An objective that measurements would bear. */
export type SloProposal = Schemas['SloProposal'];
/** Such objectives. */
export type SloProposals = Schemas['SloProposals'];
/** Why the gate says what it says. */
export type ReleaseGateReason = Schemas['ReleaseGateReason'];
/** Somebody who can approve a release. */
export type GateApprover = Schemas['GateApprover'];
/** Whether a release is allowed. */
export type ReleaseGate = Schemas['ReleaseGate'];
/** What the gate said. */
export type ReleaseGateDecision = Schemas['ReleaseGateDecision'];
/** One page of it. */
export type ReleaseGateDecisionPage = Schemas['ReleaseGateDecisionPage'];
/** From when a policy brings what about. */
export type PolicyThreshold = Schemas['PolicyThreshold'];
/** Who has agreed to a policy. */
export type PolicyApproval = Schemas['PolicyApproval'];
/** An error budget policy. */
export type ErrorBudgetPolicySummary = Schemas['ErrorBudgetPolicySummary'];
/** One page of them. */
export type ErrorBudgetPolicyPage = Schemas['ErrorBudgetPolicyPage'];
/** What a policy held, or would have held, and what became of it. */
export type ShadowReport = Schemas['ShadowReport'];
/** One policy with what it has brought about. */
export type ErrorBudgetPolicyReport = Schemas['ErrorBudgetPolicyReport'];

/** Service level objectives, their budgets, and what these bring about. */
export interface SloApi {
  getEntitySlos(
    entityRef: string,
    query?: Query<'getEntitySlos'>,
    options?: RequestOptions,
  ): Promise<SloReport>;
  listSloProposals(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<SloProposals>;
  getReleaseGate(
    entityRef: string,
    query?: Query<'getReleaseGate'>,
    options?: RequestOptions,
  ): Promise<ReleaseGate>;
  breakReleaseGate(
    entityRef: string,
    body: NewBreakGlass,
    options?: RequestOptions,
  ): Promise<Acceptance>;
  listReleaseGateDecisions(
    entityRef: string,
    query?: Query<'listReleaseGateDecisions'>,
    options?: RequestOptions,
  ): Promise<ReleaseGateDecisionPage>;
  listSlos(
    query?: Query<'listSlos'>,
    options?: RequestOptions,
  ): Promise<SloPage>;
  getSloSummary(
    query?: Query<'getSloSummary'>,
    options?: RequestOptions,
  ): Promise<SloSummary>;
  listUncoveredEntities(
    query?: Query<'listUncoveredEntities'>,
    options?: RequestOptions,
  ): Promise<UncoveredEntityPage>;
  listSloProblems(
    query?: Query<'listSloProblems'>,
    options?: RequestOptions,
  ): Promise<SloProblemPage>;
  writeSloRules(
    query?: Query<'writeSloRules'>,
    options?: RequestOptions,
  ): Promise<SloRules>;
  getSlo(ref: string, options?: RequestOptions): Promise<SloDetail>;
  getSloSeries(
    ref: string,
    query?: Query<'getSloSeries'>,
    options?: RequestOptions,
  ): Promise<SloSeries>;
  listSloDays(
    ref: string,
    query?: Query<'listSloDays'>,
    options?: RequestOptions,
  ): Promise<SloDays>;
  listSloWindows(
    ref: string,
    query?: Query<'listSloWindows'>,
    options?: RequestOptions,
  ): Promise<SloWindowPage>;
  explainSlo(
    ref: string,
    query?: Query<'explainSlo'>,
    options?: RequestOptions,
  ): Promise<SloExplanation>;
  listSloBuckets(
    ref: string,
    query?: Query<'listSloBuckets'>,
    options?: RequestOptions,
  ): Promise<SloBucketPage>;
  listSloCorrections(
    ref: string,
    query?: Query<'listSloCorrections'>,
    options?: RequestOptions,
  ): Promise<SloCorrectionPage>;
  requestSloCorrection(
    ref: string,
    body: NewSloCorrection,
    options?: RequestOptions,
  ): Promise<Acceptance>;
  listErrorBudgetPolicies(
    query?: Query<'listErrorBudgetPolicies'>,
    options?: RequestOptions,
  ): Promise<ErrorBudgetPolicyPage>;
  getErrorBudgetPolicy(
    ref: string,
    query?: Query<'getErrorBudgetPolicy'>,
    options?: RequestOptions,
  ): Promise<ErrorBudgetPolicyReport>;
  requestPolicyException(
    ref: string,
    body: NewPolicyException,
    options?: RequestOptions,
  ): Promise<Acceptance>;
}
