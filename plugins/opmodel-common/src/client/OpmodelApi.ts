import type { AcceptanceApi } from './AcceptanceApi';
import type { DebtAcceptanceApi } from './DebtAcceptanceApi';
import type { DebtCapacityApi } from './DebtCapacityApi';
import type { DebtDocumentApi } from './DebtDocumentApi';
import type { DebtExchangeApi } from './DebtExchangeApi';
import type { DebtPlacesApi } from './DebtPlacesApi';
import type { DebtReportApi } from './DebtReportApi';
import type { DebtSuggestionApi } from './DebtSuggestionApi';
import type { DecisionApi } from './DecisionApi';
import type { DoraInsightApi } from './DoraInsightApi';
import type { FlowApi } from './FlowApi';
import type { OwnershipApi } from './OwnershipApi';
import type { CampaignApi } from './CampaignApi';
import type { ScorecardApi } from './ScorecardApi';
import type { ScorecardDefinitionApi } from './ScorecardDefinitionApi';
import type { SloApi } from './SloApi';
import type { TechDebtApi } from './TechDebtApi';
import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** DORA metrics of one entity or of everything that a scope holds. */
export type DoraReport = Schemas['DoraReport'];
/** How one DORA number came about. */
export type DoraExplanation = Schemas['DoraExplanation'];
/** Identifier of a DORA metric. */
export type DoraMetricId = Schemas['DoraMetricId'];
/** One component within a roll-up or the fleet. */
export type DoraMember = Schemas['DoraMember'];
/** One page of the fleet. */
export type DoraFleetPage = Schemas['DoraFleetPage'];
/** A duration as median with its sample. Seconds. */
export type DurationMetric = Schemas['DurationMetric'];
/** A rate of deployments. */
export type FrequencyMetric = Schemas['FrequencyMetric'];
/** A part of change lead time. */
export type LeadTimeStage = Schemas['Stage'];
/** One ISO week of a trend. */
export type TrendPoint = Schemas['TrendPoint'];
/** One bar of a distribution. */
export type DistributionBin = Schemas['DistributionBin'];
/** Why rows were left out of a number, and how many. */
export type DoraExclusion = Schemas['Exclusion'];
/** Change of a number against the previous window. */
export type MetricChange = Schemas['Change'];
/** Whether a number is known, thin or absent. */
export type NumberState = Schemas['NumberState'];
/** The days that a report covers. */
export type ReportWindow = Schemas['Window'];
/** What a report is about. */
export type ReportScope = Schemas['Scope'];
/** The definition that a report follows. */
export type ReportDefinition = Schemas['Definition'];
/** The working days that durations count, where they do not count all time. */
export type ReportWorkingTime = Schemas['WorkingTime'];
/** How fresh the facts of a report are. */
export type ReportFreshness = Schemas['Freshness'];
/** One thing that would help. */
export type NextStep = Schemas['NextStep'];
/** One deployment with the changes it carries. */
export type DeploymentRow = Schemas['Deployment'];
/** One change within a deployment. */
export type DeploymentChangeRow = Schemas['DeploymentChange'];
/** One page of deployments. */
export type DeploymentPage = Schemas['DeploymentPage'];
/** What the portal knows. */
export type Overview = Schemas['Overview'];
/** One thing that needs somebody. */
export type AttentionItem = Schemas['AttentionItem'];
/** What needs whom. */
export type AttentionList = Schemas['AttentionList'];
/** State of the engine. */
export type EngineHealth = Schemas['Health'];
/** One thing that needs an operator. */
export type EngineAlarm = Schemas['Alarm'];
/** How one collector is doing. */
export type CollectorHealth = Schemas['CollectorHealth'];
/** How one run of a collector went. */
export type CollectorRunReport = Schemas['CollectorRun'];
/** A configured sender of webhooks. */
export type WebhookSource = Schemas['WebhookSource'];
/** One webhook delivery, without its content. */
export type WebhookDeliveryRow = Schemas['Delivery'];
/** One page of webhook deliveries. */
export type WebhookDeliveryPage = Schemas['DeliveryPage'];
/** What waits for an entity, by reason. */
export type UnmappedEvents = Schemas['UnmappedEvents'];
/** What came of mapping once more. */
export type UnmappedReplay = Schemas['UnmappedReplay'];
/** What intake rejected, by reason. */
export type RejectedEvents = Schemas['RejectedEvents'];
/** What each table holds, and how long rows are kept. */
export type EngineStorage = Schemas['Storage'];

/** Window and ownership of a report. */
export type DoraReportQuery = Query<'getEntityDora'>;
/** Filter of the fleet, with order and page. */
export type DoraFleetQuery = Query<'listDora'>;
/** Filter of a roll-up. */
export type DoraSummaryQuery = Query<'getDoraSummary'>;
/** Window, reason and page of a list of deployments. */
export type DeploymentsQuery = Query<'listEntityDeployments'>;

/**
 * The HTTP API of the engine.
 *
 * Every call throws a `ResponseError` of `@backstage/errors` when the answer is not a success.
 */
export interface OpmodelApi
  extends DoraInsightApi,
    FlowApi,
    OwnershipApi,
    AcceptanceApi,
    DecisionApi,
    SloApi,
    ScorecardApi,
    ScorecardDefinitionApi,
    CampaignApi,
    TechDebtApi,
    DebtCapacityApi,
    DebtDocumentApi,
    DebtExchangeApi,
    DebtPlacesApi,
    DebtReportApi,
    DebtSuggestionApi,
    DebtAcceptanceApi {
  getEntityDora(
    entityRef: string,
    query?: DoraReportQuery,
    options?: RequestOptions,
  ): Promise<DoraReport>;
  explainEntityDora(
    entityRef: string,
    metric: DoraMetricId,
    query?: DoraReportQuery,
    options?: RequestOptions,
  ): Promise<DoraExplanation>;
  listEntityDeployments(
    entityRef: string,
    query?: DeploymentsQuery,
    options?: RequestOptions,
  ): Promise<DeploymentPage>;
  listDora(
    query?: DoraFleetQuery,
    options?: RequestOptions,
  ): Promise<DoraFleetPage>;
  getDoraSummary(
    query?: DoraSummaryQuery,
    options?: RequestOptions,
  ): Promise<DoraReport>;
  getOverview(options?: RequestOptions): Promise<Overview>;
  listAttention(
    query?: Query<'listAttention'>,
    options?: RequestOptions,
  ): Promise<AttentionList>;
  getHealth(options?: RequestOptions): Promise<EngineHealth>;
  getStorage(options?: RequestOptions): Promise<EngineStorage>;
  listCollectorRuns(
    collectorId: string,
    query?: Query<'listCollectorRuns'>,
    options?: RequestOptions,
  ): Promise<CollectorRunReport[]>;
  listDeliveries(
    query?: Query<'listDeliveries'>,
    options?: RequestOptions,
  ): Promise<WebhookDeliveryPage>;
  /** @returns the number of deliveries that wait again */
  replayDeliveries(
    selection: { ids?: string[]; source?: string },
    options?: RequestOptions,
  ): Promise<number>;
  listUnmappedEvents(
    query?: Query<'listUnmappedEvents'>,
    options?: RequestOptions,
  ): Promise<UnmappedEvents>;
  replayUnmappedEvents(options?: RequestOptions): Promise<UnmappedReplay>;
  listRejectedEvents(
    query?: Query<'listRejectedEvents'>,
    options?: RequestOptions,
  ): Promise<RejectedEvents>;
}
