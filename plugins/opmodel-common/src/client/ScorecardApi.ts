import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** A level as it is shown; rank 0 is the empty one. */
export type ScorecardLevelView = Schemas['ScorecardLevelView'];
/** A scorecard as lists show it. */
export type ScorecardView = Schemas['ScorecardView'];
/** How many verdicts of each state there are. */
export type VerdictCounts = Schemas['VerdictCounts'];
/** What verdicts say together, with what it rests on. */
export type VerdictSummary = Schemas['VerdictSummary'];
/** A fact that a verdict read. */
export type FactEvidence = Schemas['FactEvidence'];
/** Where to read on. */
export type ScorecardLink = Schemas['ScorecardLink'];
/** An exemption that holds or is asked for. */
export type CheckExemption = Schemas['CheckExemption'];
/** One check for one entity. */
export type EntityCheck = Schemas['EntityCheck'];
/** Points of an entity. */
export type ScorecardPoints = Schemas['ScorecardPoints'];
/** A level of another scorecard that is needed. */
export type RequiredLevel = Schemas['RequiredLevel'];
/** Where an entity stands on one scorecard. */
export type EntityScorecard = Schemas['EntityScorecard'];
/** What an answer is about. */
export type ScoredScope = Schemas['ScoredScope'];
/** The weakest of the scorecards that count. */
export type OverallLevel = Schemas['OverallLevel'];
/** Where a selection stands over all scorecards that count. */
export type OverallTotals = Schemas['OverallTotals'];
/** One thing to mend. */
export type FixStep = Schemas['FixStep'];
/** Where an entity stands. */
export type EntityScorecards = Schemas['EntityScorecards'];
/** How many entities are at a level. */
export type LevelCount = Schemas['LevelCount'];
/** One check over many entities. */
export type CheckTotals = Schemas['CheckTotals'];
/** One scorecard over many entities. */
export type ScorecardTotals = Schemas['ScorecardTotals'];
/** Every scorecard over a selection. */
export type ScorecardSummary = Schemas['ScorecardSummary'];
/** How a verdict changed. */
export type StateChangeView = Schemas['StateChangeView'];
/** How a result changed. */
export type ScorecardChange = Schemas['ScorecardChange'];
/** One page of changes. */
export type ScorecardChangePage = Schemas['ScorecardChangePage'];
/** How a verdict came about. */
export type ScorecardExplanation = Schemas['ScorecardExplanation'];
/** Whether a filter holds. */
export type FilterResult = Schemas['FilterResult'];
/** One fact of an entity. */
export type EntityFact = Schemas['EntityFact'];
/** What one provider tells of an entity. */
export type EntityFactsOfProvider = Schemas['EntityFactsOfProvider'];
/** What is told of an entity. */
export type EntityFactReport = Schemas['EntityFactReport'];
/** What a check came to. */
export type CheckResultView = Schemas['CheckResultView'];
/** One entity of the fleet. */
export type ScoredEntity = Schemas['ScoredEntity'];
/** One page of the fleet. */
export type ScoredEntityPage = Schemas['ScoredEntityPage'];
/** A column of a matrix. */
export type MatrixCheck = Schemas['MatrixCheck'];
/** A row of a matrix. */
export type MatrixRow = Schemas['MatrixRow'];
/** Every verdict of a scorecard. */
export type ScorecardMatrix = Schemas['ScorecardMatrix'];
/** A row and a check. */
export type HeatMapCell = Schemas['HeatMapCell'];
/** A team, a system or a tier. */
export type HeatMapRow = Schemas['HeatMapRow'];
/** Teams beside checks. */
export type ScorecardHeatMap = Schemas['ScorecardHeatMap'];
/** How many entities are at a rank. */
export type RankCount = Schemas['RankCount'];
/** One step of a series. */
export type ScorecardPoint = Schemas['ScorecardPoint'];
/** A scorecard over time. */
export type ScorecardSeries = Schemas['ScorecardSeries'];
/** When a scorecard became another one. */
export type DefinitionMark = Schemas['DefinitionMark'];
/** How much of a change each cause brought about. */
export type ScoreParts = Schemas['ScoreParts'];
/** An entity whose level changed. */
export type LevelMoveView = Schemas['LevelMoveView'];
/** Why a score moved. */
export type ScoreChangeReport = Schemas['ScoreChangeReport'];

/** Where entities stand on scorecards, and why. */
export interface ScorecardApi {
  getEntityScorecards(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityScorecards>;
  evaluateEntityScorecards(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityScorecards>;
  listScorecardChanges(
    entityRef: string,
    query?: Query<'listScorecardChanges'>,
    options?: RequestOptions,
  ): Promise<ScorecardChangePage>;
  explainScorecardCheck(
    entityRef: string,
    query: Query<'explainScorecardCheck'>,
    options?: RequestOptions,
  ): Promise<ScorecardExplanation>;
  getEntityFacts(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityFactReport>;
  getScorecardSummary(
    query?: Query<'getScorecardSummary'>,
    options?: RequestOptions,
  ): Promise<ScorecardSummary>;
  listScoredEntities(
    query?: Query<'listScoredEntities'>,
    options?: RequestOptions,
  ): Promise<ScoredEntityPage>;
  getScorecardMatrix(
    query: Query<'getScorecardMatrix'>,
    options?: RequestOptions,
  ): Promise<ScorecardMatrix>;
  getScorecardHeatMap(
    query: Query<'getScorecardHeatMap'>,
    options?: RequestOptions,
  ): Promise<ScorecardHeatMap>;
  getScorecardSeries(
    query: Query<'getScorecardSeries'>,
    options?: RequestOptions,
  ): Promise<ScorecardSeries>;
  getScoreChanges(
    query: Query<'getScoreChanges'>,
    options?: RequestOptions,
  ): Promise<ScoreChangeReport>;
}
