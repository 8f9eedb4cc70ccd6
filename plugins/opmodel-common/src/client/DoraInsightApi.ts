import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';
import type { DoraExplanation, DoraMetricId } from './OpmodelApi';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** One metric over time. */
export type DoraSeries = Schemas['DoraSeries'];
/** A share with what it is computed from. */
export type RatioMetric = Schemas['RatioMetric'];
/** What stands beside a metric: the quality of its facts, its benchmark, and how the tool of the definition prints it. */
export type MetricContext = Schemas['MetricContext'];
/** How good the facts behind a number are. */
export type MetricQuality = Schemas['MetricQuality'];
/** One check of the facts behind a number. */
export type QualityCheck = Schemas['QualityCheck'];
/** Where a number stands among the respondents of one edition of the DORA report. */
export type MetricBenchmark = Schemas['Benchmark'];
/** A number as the tool of its definition prints it. */
export type PrintedValue = Schemas['PrintedValue'];
/** Days that count for nothing. */
export type ReportedPeriod = Schemas['ExcludedPeriod'];
/** Why a deployment is known to have failed. */
export type FailureLinkRow = Schemas['FailureLink'];
/** One incident with the deployment that it is tied to. */
export type IncidentRow = Schemas['Incident'];
/** One page of incidents. */
export type IncidentPage = Schemas['IncidentPage'];
/** What a person decided about the facts of a component. */
export type DoraCorrection = Schemas['DoraCorrection'];
/** One page of corrections. */
export type DoraCorrectionPage = Schemas['DoraCorrectionPage'];
/** A correction that is to be made. */
export type NewDoraCorrection = Schemas['NewDoraCorrection'];
/** A number that somebody disputes. */
export type Dispute = Schemas['Dispute'];
/** Where a dispute stands. */
export type DisputeState = Schemas['DisputeState'];
/** One page of disputes. */
export type DisputePage = Schemas['DisputePage'];
/** A dispute that is to be opened. */
export type NewDispute = Schemas['NewDispute'];
/** What can be chosen. */
export type DoraDefinitions = Schemas['DoraDefinitions'];
/** Edition of the DORA report. */
export type BenchmarkEditionId = Schemas['BenchmarkEditionId'];
/** Query of the explanation of what a filter selects. */
export type DoraSelectionQuery = Query<'explainDoraSummary'>;
/** Query of a series. */
export type DoraSeriesQuery = Query<'getEntityDoraSeries'>;
/** Query of the list of incidents. */
export type IncidentsQuery = Query<'listEntityIncidents'>;

/** The answer to a dispute. */
export type DisputeAnswer = {
  verdict: 'accepted' | 'rejected';
  answer: string;
};

/** What stands behind and beside the DORA numbers: series, incidents, corrections, disputes and definitions. */
export interface DoraInsightApi {
  getEntityDoraSeries(
    entityRef: string,
    metric: DoraMetricId,
    query?: Omit<Query<'getEntityDoraSeries'>, 'metric'>,
    options?: RequestOptions,
  ): Promise<DoraSeries>;
  explainDoraSummary(
    metric: DoraMetricId,
    query?: Omit<Query<'explainDoraSummary'>, 'metric'>,
    options?: RequestOptions,
  ): Promise<DoraExplanation>;
  listEntityIncidents(
    entityRef: string,
    query?: Query<'listEntityIncidents'>,
    options?: RequestOptions,
  ): Promise<IncidentPage>;
  listDoraCorrections(
    entityRef: string,
    query?: Query<'listDoraCorrections'>,
    options?: RequestOptions,
  ): Promise<DoraCorrectionPage>;
  createDoraCorrection(
    entityRef: string,
    correction: NewDoraCorrection,
    options?: RequestOptions,
  ): Promise<DoraCorrection>;
  undoDoraCorrection(
    entityRef: string,
    correctionId: string,
    body: { reason: string },
    options?: RequestOptions,
  ): Promise<DoraCorrection>;
  listEntityDisputes(
    entityRef: string,
    query?: Query<'listEntityDisputes'>,
    options?: RequestOptions,
  ): Promise<DisputePage>;
  openDispute(
    entityRef: string,
    dispute: NewDispute,
    options?: RequestOptions,
  ): Promise<Dispute>;
  answerDispute(
    entityRef: string,
    disputeId: string,
    answer: DisputeAnswer,
    options?: RequestOptions,
  ): Promise<Dispute>;
  withdrawDispute(
    entityRef: string,
    disputeId: string,
    options?: RequestOptions,
  ): Promise<Dispute>;
  listDisputes(
    query?: Query<'listDisputes'>,
    options?: RequestOptions,
  ): Promise<DisputePage>;
  getDoraDefinitions(options?: RequestOptions): Promise<DoraDefinitions>;
}
