import {
  type BenchmarkEditionId,
  type DayWindow,
  type DeploymentPage,
  type DoraDefinitions,
  type DoraExplanation,
  type DoraFleetPage,
  type DoraMetricId,
  type DoraReport,
  type DoraSeries,
  type IncidentPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CalendarFreeze } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import type { RecalculationStore } from '../intake/RecalculationStore';
import type { CollectionProgress } from '../collect/CollectionReader';
import type { CorrectionReader } from './corrections/CorrectionStore';
import { DefinitionReads } from './DefinitionReads';
import { describeDefinitions, toDefinition } from './describeDefinitions';
import type { DisputeCounts } from './disputes/DisputeCounts';
import type { DoraConfig } from './doraConfig';
import {
  type DeploymentsRequest,
  type DoraRequest,
  type FleetRequest,
  type IncidentsRequest,
  type ReportRequest,
  type SeriesRequest,
  toSelection,
} from './doraRequests';
import type { DoraStore } from './DoraStore';
import type {
  EnabledDefinition,
  EnabledDefinitions,
} from './EnabledDefinitions';
import { EndedRecoveries } from './EndedRecoveries';
import { listExcludedPeriods } from './excludedPeriods';
import { explainMetric } from './explanations';
import { FleetReader } from './FleetReader';
import { FreshnessReader } from './FreshnessReader';
import { identifyScope, type ScopeIdentity } from './identifyScope';
import { evidenceOf, toContexts } from './metricContexts';
import { findNextSteps } from './nextSteps';
import { type RecordCaller, RecordLists } from './RecordLists';
import { ScopeMemory } from './ScopeMemory';
import { SeriesReader } from './SeriesReader';
import { SurroundingsReader } from './SurroundingsReader';

/** What the answers of DORA are made from. */
export interface DoraServiceOptions {
  store: DoraStore;
  catalog: CatalogStore;
  recalculations: RecalculationStore;
  corrections: CorrectionReader;
  disputes: DisputeCounts;
  /** Absent: nobody collects, facts are sent. */
  collection?: CollectionProgress;
  definitions: EnabledDefinitions;
  settings: Pick<DoraConfig, 'edition' | 'quality'>;
  freezes?: readonly CalendarFreeze[];
  zone: string;
  clock: () => number;
}

/** Answers what DORA metrics a scope has and how they came about. */
export class DoraService {
  readonly #options: DoraServiceOptions;
  readonly #reads: ReadonlyMap<EnabledDefinition, DefinitionReads>;
  readonly #memory: ScopeMemory;
  readonly #freshness: FreshnessReader;
  readonly #surroundings: SurroundingsReader;
  readonly #fleet: FleetReader;
  readonly #series: SeriesReader;
  readonly #records: RecordLists;

  constructor(given: DoraServiceOptions) {
    const store = new EndedRecoveries(given);
    const options = { ...given, store };
    const { definitions } = options;
    this.#options = options;
    this.#reads = new Map(
      definitions.list.map(definition => [
        definition,
        new DefinitionReads(store, definition),
      ]),
    );
    this.#memory = new ScopeMemory(store);
    this.#freshness = new FreshnessReader(options);
    this.#surroundings = new SurroundingsReader(options);
    this.#fleet = new FleetReader({ ...options, memory: this.#memory });
    this.#series = new SeriesReader(options);
    this.#records = new RecordLists(options);
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   * @throws InputError for a definition that is not enabled
   */
  async getReport(
    { edition = this.#options.settings.edition, ...request }: ReportRequest,
    visibility: Visibility,
  ): Promise<DoraReport> {
    const { window } = request;
    const { definition, reports } = this.#choose(request);
    const selection = toSelection(request, visibility);
    const identity = await this.#identify(request, visibility);
    const { rollUp } = identity;
    const read = () => reports.read(selection, window, rollUp);
    const { calculation, profile } = definition;
    const [body, calculating] = await Promise.all([
      rollUp
        ? this.#memory.recall(
            { kind: 'report', calculation, asked: request },
            selection,
            read,
          )
        : read(),
      this.#freshness.isCalculating(selection, window),
    ]);
    const { components, activeComponents, latestRecordedAt, ...numbers } = body;
    const { metrics, evidence, members, ...drawn } = numbers;
    const [surroundings, disputesOf, excludedPeriods] = await Promise.all([
      this.#surroundings.read(identity, window),
      this.#surroundings.countDisputes(members.map(row => row.entityRef)),
      listExcludedPeriods(this.#options, identity, window, visibility),
    ]);
    const report: Omit<DoraReport, 'nextSteps'> = {
      scope: { ...identity, components, activeComponents },
      window: { ...window, zone: this.#options.zone },
      ownership: request.ownership,
      definition: toDefinition(definition),
      freshness: this.#freshness.tell(latestRecordedAt, calculating),
      ...metrics,
      edition,
      contexts: toContexts(
        metrics,
        evidence,
        this.#rules(definition, edition),
        surroundings,
      ),
      excludedPeriods,
      ...drawn,
      members: members.map(member => ({
        ...member,
        openDisputes: disputesOf(member.entityRef),
      })),
    };
    return {
      ...report,
      nextSteps: findNextSteps(report, profile, {
        totals: evidence.totals,
        clock: this.#options.clock(),
      }),
    };
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   * @throws InputError for a definition that is not enabled
   */
  async explain(
    metric: DoraMetricId,
    request: ReportRequest,
    visibility: Visibility,
  ): Promise<DoraExplanation> {
    const { window } = request;
    const { definition, numbers: reader } = this.#choose(request);
    const selection = toSelection(request, visibility);
    const identity = await this.#identify(request, visibility);
    const [numbers, calculating, surroundings] = await Promise.all([
      reader.read(selection, window, identity.rollUp),
      this.#freshness.isCalculating(selection, window),
      this.#surroundings.read(identity, window),
    ]);
    const { metrics, state } = numbers;
    const evidence = evidenceOf(numbers);
    const context = toContexts(
      metrics,
      evidence,
      this.#rules(
        definition,
        request.edition ?? this.#options.settings.edition,
      ),
      surroundings,
    ).find(each => each.metric === metric)!;
    return {
      metric,
      scope: {
        ...identity,
        components: state.components,
        activeComponents: numbers.active,
      },
      window: { ...window, zone: this.#options.zone },
      ownership: request.ownership,
      definition: toDefinition(definition),
      freshness: this.#freshness.tell(state.latestRecordedAt, calculating),
      ...explainMetric(metric, {
        metrics,
        evidence,
        days: identity.rollUp ? window.days : numbers.knownDays,
        rollUp: identity.rollUp,
        reporting: numbers.reporting,
        printed: context.printed,
      }),
      context,
    };
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   * @throws InputError for a definition that is not enabled
   */
  async getSeries(
    request: SeriesRequest,
    visibility: Visibility,
  ): Promise<DoraSeries> {
    const { window, metric, interval } = request;
    const { definition } = this.#choose(request);
    await this.#identify(request, visibility);
    return {
      metric,
      interval,
      window: { ...window, zone: this.#options.zone },
      definition: toDefinition(definition),
      points: await this.#series.read(
        definition,
        request,
        toSelection(request, visibility),
      ),
    };
  }

  /** The definitions and editions that can be chosen; the same for everybody. */
  getDefinitions(): DoraDefinitions {
    const { definitions, settings } = this.#options;
    return describeDefinitions(definitions, settings);
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   * @throws InputError for a definition that is not enabled, or a cursor that this list did not give
   */
  async listDeployments(
    request: DeploymentsRequest,
    caller: RecordCaller,
  ): Promise<DeploymentPage> {
    const { definition } = this.#choose(request);
    await this.#identify(request, caller.reads);
    return this.#records.listDeployments(definition, request, caller);
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   * @throws InputError for a definition that is not enabled, or a cursor that this list did not give
   */
  async listIncidents(
    request: IncidentsRequest,
    caller: RecordCaller,
  ): Promise<IncidentPage> {
    const { definition } = this.#choose(request);
    await this.#identify(request, caller.reads);
    return this.#records.listIncidents(definition, request, caller);
  }

  /**
   * @throws InputError for a definition that is not enabled, or a cursor that this list did not give
   */
  async listFleet(
    request: FleetRequest,
    visibility: Visibility,
  ): Promise<DoraFleetPage> {
    const page = await this.#fleet.read(
      this.#choose(request),
      request,
      visibility,
    );
    const disputesOf = await this.#surroundings.countDisputes(
      page.items.map(({ entityRef }) => entityRef),
    );
    return {
      ...page,
      items: page.items.map(item => ({
        ...item,
        openDisputes: disputesOf(item.entityRef),
      })),
    };
  }

  /** Visible components, and those of them that have ever reported a deployment. */
  async countCoverage(
    visibility: Visibility,
    window: DayWindow,
  ): Promise<{ reporting: number; applicable: number }> {
    const { calculation, profile } = this.#options.definitions.default;
    const { current } = await this.#options.store.describe(
      calculation,
      { scopeRef: 'org', ownership: 'now', visibility },
      window,
      profile.deployments,
    );
    return {
      reporting: current.reporting.reduce(
        (sum, { components }) => sum + components,
        0,
      ),
      applicable: current.components,
    };
  }

  #choose({ profile }: Pick<DoraRequest, 'profile'>): DefinitionReads {
    return this.#reads.get(this.#options.definitions.choose(profile))!;
  }

  #identify(
    request: DoraRequest,
    visibility: Visibility,
  ): Promise<ScopeIdentity> {
    return identifyScope(this.#options.catalog, request, visibility);
  }

  #rules(
    { profile, workingTime }: EnabledDefinition,
    edition: BenchmarkEditionId,
  ) {
    return {
      profile,
      edition,
      thresholds: this.#options.settings.quality,
      workingTime: workingTime !== undefined,
    };
  }
}
