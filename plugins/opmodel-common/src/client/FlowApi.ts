import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** Flow metrics of one entity or of everything that a scope holds. */
export type FlowReport = Schemas['FlowReport'];
/** Identifier of a flow metric. */
export type FlowMetricId = Schemas['FlowMetricId'];
/** What a piece of work is for. */
export type FlowCategory = Schemas['FlowCategory'];
/** How capacity was spent against what was agreed. */
export type FlowAllocation = Schemas['FlowAllocation'];
/** How one flow number came about. */
export type FlowExplanation = Schemas['FlowExplanation'];
/** One component within a roll-up or the fleet. */
export type FlowMember = Schemas['FlowMember'];
/** One page of the fleet. */
export type FlowFleetPage = Schemas['FlowFleetPage'];
/** How good the facts behind the flow metrics are. */
export type FlowQuality = Schemas['FlowQuality'];
/** One thing that would help. */
export type FlowNextStep = Schemas['NextStepOfFlow'];
/** A count of a window. */
export type CountMetric = Schemas['CountMetric'];
/** What was committed for a period, and what came of it. */
export type PeriodPredictability = Schemas['PeriodPredictability'];
/** One work item. */
export type WorkItemRow = Schemas['WorkItem'];
/** One page of work items. */
export type WorkItemPage = Schemas['WorkItemPage'];
/** When so many items will be done, and how many by a day. */
export type Forecast = Schemas['Forecast'];
/** A forecast that was kept, with what came true. */
export type KeptForecast = Schemas['KeptForecast'];
/** How often the bounds of past forecasts held. */
export type ForecastCalibration = Schemas['ForecastCalibration'];
/** How forecasts would have held on the past; not to be mixed up with {@link ForecastCalibration}. */
export type ForecastBackTestReport = Schemas['ForecastBackTest'];
/** One page of kept forecasts. */
export type ForecastPage = Schemas['ForecastPage'];
/** How the pipelines of a scope do. */
export type BuildReport = Schemas['BuildReport'];

/** Flow metrics, forecasts and builds. */
export interface FlowApi {
  getEntityFlow(
    entityRef: string,
    query?: Query<'getEntityFlow'>,
    options?: RequestOptions,
  ): Promise<FlowReport>;
  explainEntityFlow(
    entityRef: string,
    metric: FlowMetricId,
    query?: Omit<Query<'explainEntityFlow'>, 'metric'>,
    options?: RequestOptions,
  ): Promise<FlowExplanation>;
  listEntityWorkItems(
    entityRef: string,
    query?: Query<'listEntityWorkItems'>,
    options?: RequestOptions,
  ): Promise<WorkItemPage>;
  getEntityForecast(
    entityRef: string,
    query?: Query<'getEntityForecast'>,
    options?: RequestOptions,
  ): Promise<Forecast>;
  listEntityForecasts(
    entityRef: string,
    query?: Query<'listEntityForecasts'>,
    options?: RequestOptions,
  ): Promise<ForecastPage>;
  getEntityForecastBackTest(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ForecastBackTestReport>;
  getEntityBuilds(
    entityRef: string,
    query?: Query<'getEntityBuilds'>,
    options?: RequestOptions,
  ): Promise<BuildReport>;
  listFlow(
    query?: Query<'listFlow'>,
    options?: RequestOptions,
  ): Promise<FlowFleetPage>;
  getFlowSummary(
    query?: Query<'getFlowSummary'>,
    options?: RequestOptions,
  ): Promise<FlowReport>;
}
