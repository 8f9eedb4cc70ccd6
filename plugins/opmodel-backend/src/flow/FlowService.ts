import { NotFoundError } from '@backstage/errors';
import {
  backTestRules,
  type BuildReport,
  dayOf,
  type DayWindow,
  type FlowDefinition,
  type FlowExplanation,
  type FlowFleetPage,
  type FlowMetricId,
  type FlowReport,
  type Forecast,
  type ForecastBackTestReport,
  type ForecastPage,
  type ReportDefinition,
  type ReportScope,
  type WorkingCalendar,
  type WorkItemPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import {
  type ComponentSelection,
  isFiltered,
} from '../catalog/ComponentSelection';
import type { Visibility } from '../catalog/Visibility';
import {
  type CollectionProgress,
  readCollection,
} from '../collect/CollectionReader';
import { RevisionMemory } from '../lib/RevisionMemory';
import type { RecalculationStore } from '../intake/RecalculationStore';
import { toBuildReport } from './buildReport';
import { CapacityAgreements } from './CapacityAgreements';
import type { FlowSettings } from './flowConfig';
import { explainFlow } from './flowExplanations';
import { FlowFreshness } from './FlowFreshness';
import { FlowLists } from './FlowLists';
import { findFlowNextSteps } from './flowNextSteps';
import { checkQualityOf } from './flowQuality';
import { type FlowReportBody, FlowReportReader } from './FlowReportReader';
import {
  type FlowFleetRequest,
  type FlowRequest,
  toSelection,
  type WorkItemsRequest,
} from './flowRequests';
import type { FlowSelectionState, FlowStore, ItemMoment } from './FlowStore';
import { ForecastBackTests } from './forecasts/ForecastBackTests';
import {
  type ForecastPageRequest,
  type ForecastRequest,
  ForecastService,
} from './forecasts/ForecastService';
import type { ForecastStore } from './forecasts/ForecastStore';
import { tellWorkingTime } from '../tellWorkingTime';
import { momentOf } from './momentOf';

/** How old the ages of a remembered report may be. */
const REMEMBERED_MILLISECONDS = 5 * 60_000;

/** Pipelines that are listed. */
const PIPELINES_LISTED = 50;

/** Answers how work flows through a scope, and how that came about. */
export class FlowService {
  readonly #store: FlowStore;
  readonly #catalog: CatalogStore;
  readonly #reports: FlowReportReader;
  readonly #lists: FlowLists;
  readonly #forecasts: ForecastService;
  readonly #backTests: ForecastBackTests;
  readonly #freshness: FlowFreshness;
  readonly #collection?: CollectionProgress;
  readonly #memory = new RevisionMemory();
  readonly #definition: FlowDefinition;
  readonly #calculation: string;
  readonly #zone: string;
  readonly #workingTime: WorkingCalendar | undefined;
  readonly #clock: () => number;

  constructor(options: {
    store: FlowStore;
    forecasts: ForecastStore;
    catalog: CatalogStore;
    recalculations: RecalculationStore;
    /** How far the collectors have come; absent: nobody watches. */
    collection?: CollectionProgress;
    settings: FlowSettings;
    definition: FlowDefinition;
    /** Names the definition, its version and the zone; the rows that are read carry it. */
    calculation: string;
    zone: string;
    /** What durations count; absent: all time. */
    workingTime?: WorkingCalendar;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#reports = new FlowReportReader({
      ...options,
      agreements: new CapacityAgreements({
        catalog: options.catalog,
        agreements: options.settings.allocation.agreements,
      }),
    });
    this.#lists = new FlowLists(options);
    this.#forecasts = new ForecastService(options);
    this.#backTests = new ForecastBackTests(options);
    this.#freshness = new FlowFreshness(options);
    this.#collection = options.collection;
    this.#definition = options.definition;
    this.#calculation = options.calculation;
    this.#zone = options.zone;
    this.#workingTime = options.workingTime;
    this.#clock = options.clock;
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   */
  async getReport(
    request: FlowRequest,
    visibility: Visibility,
  ): Promise<FlowReport> {
    const { window } = request;
    const selection = toSelection(request, visibility);
    const identity = await this.#identify(request, visibility);
    const [body, calculating, forecastCalibration, collection] =
      await Promise.all([
        this.#readBody(request, selection, identity),
        this.#freshness.isCalculating(selection, window),
        this.#forecasts.calibrate(identity.ref, visibility),
        // How far facts are collected changes without them, so it is no part of what is remembered.
        readCollection(this.#collection, window, this.#zone),
      ]);
    const { state, counts, knownDays: _knownDays, ...numbers } = body;
    const report: Omit<FlowReport, 'nextSteps'> = {
      ...this.#head(request, identity, state, calculating),
      ...numbers,
      quality: checkQualityOf(counts.current, collection),
      forecastCalibration,
    };
    return { ...report, nextSteps: findFlowNextSteps(report) };
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   */
  async explain(
    metric: FlowMetricId,
    request: FlowRequest,
    visibility: Visibility,
  ): Promise<FlowExplanation> {
    const { window } = request;
    const selection = toSelection(request, visibility);
    const identity = await this.#identify(request, visibility);
    const [body, calculating] = await Promise.all([
      this.#reports.read(selection, window, this.#momentOf(window), {
        // What is explained is not made of the members one by one.
        rollUp: false,
        today: this.#today(),
      }),
      this.#freshness.isCalculating(selection, window),
    ]);
    return {
      metric,
      ...this.#head(request, identity, body.state, calculating),
      ...explainFlow(metric, body),
    };
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   * @throws InputError when the cursor is not one that this list gave
   */
  async listItems(
    request: WorkItemsRequest,
    visibility: Visibility,
  ): Promise<WorkItemPage> {
    await this.#identify(request, visibility);
    return this.#lists.listItems(request, visibility);
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async listFleet(
    request: FlowFleetRequest,
    visibility: Visibility,
  ): Promise<FlowFleetPage> {
    return this.#lists.listFleet(request, visibility);
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   * @throws InputError when `by` is no day within the horizon
   */
  async forecast(
    request: ForecastRequest,
    visibility: Visibility,
  ): Promise<Forecast> {
    const { scopeRef } = request;
    const identity = await this.#identify({ scopeRef }, visibility);
    const { components, activeComponents, ...forecast } =
      await this.#forecasts.foretell(request, {
        scopeRef,
        ownership: 'now',
        visibility,
      });
    return {
      scope: { ...identity, components, activeComponents },
      ...forecast,
    };
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   * @throws InputError when the cursor is not one that this list gave
   */
  async listForecasts(
    request: ForecastPageRequest,
    visibility: Visibility,
  ): Promise<ForecastPage> {
    await this.#identify(request, visibility);
    return this.#forecasts.list(request, visibility);
  }

  /**
   * How forecasts over what the caller may see would have held.
   *
   * @throws NotFoundError when the scope does not exist or may not be seen
   */
  async backTestForecasts(
    scopeRef: string,
    visibility: Visibility,
  ): Promise<ForecastBackTestReport> {
    const identity = await this.#identify({ scopeRef }, visibility);
    const { components, activeComponents, ...tested } =
      await this.#backTests.tell(scopeRef, {
        scopeRef,
        ownership: 'now',
        visibility,
      });
    return {
      scope: { ...identity, components, activeComponents },
      ...tested,
      trials: backTestRules.trials,
      minimum: this.#definition.minimumForecasts,
    };
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   */
  async getBuilds(
    request: FlowRequest,
    visibility: Visibility,
  ): Promise<BuildReport> {
    const { window } = request;
    await this.#identify(request, visibility);
    const selection = toSelection(request, visibility);
    const [counts, { firstBuildDay }, pipelines] = await Promise.all([
      this.#store.sumWindow(this.#calculation, selection, window),
      this.#store.describe(this.#calculation, selection, window),
      this.#store.listPipelines(
        this.#calculation,
        selection,
        window,
        PIPELINES_LISTED,
      ),
    ]);
    return toBuildReport(
      counts,
      pipelines,
      { window, firstBuildDay },
      this.#definition,
    );
  }

  /** How a scope spent its capacity, against what was agreed. */
  async getAllocation(
    { scopeRef, window, ownership }: FlowRequest,
    visibility: Visibility,
  ): Promise<FlowReport['allocation']> {
    return this.#reports.readAllocation(
      { scopeRef, ownership, visibility },
      window,
    );
  }

  /** Visible components, and those of them that have ever reported a work item or a run of a pipeline. */
  async countCoverage(
    visibility: Visibility,
    window: DayWindow,
  ): Promise<{ reporting: number; applicable: number }> {
    const { reporting, components } = await this.#store.describe(
      this.#calculation,
      { scopeRef: 'org', ownership: 'now', visibility },
      window,
    );
    return { reporting, applicable: components };
  }

  /**
   * Remembers what is the same for all who see the whole scope, for as long as nothing changed. Ages grow by themselves, so it is
   * made anew after minutes.
   */
  #readBody(
    request: FlowRequest,
    selection: ComponentSelection,
    identity: Identity,
  ): Promise<FlowReportBody> {
    const { window } = request;
    const read = () =>
      this.#reports.read(selection, window, this.#momentOf(window), {
        rollUp: identity.rollUp,
        today: this.#today(),
      });
    const isShared = identity.rollUp && selection.visibility.type === 'all';
    return isShared
      ? this.#memory.recall(
          JSON.stringify([
            request,
            Math.floor(this.#clock() / REMEMBERED_MILLISECONDS),
          ]),
          () => this.#store.readRevision(this.#calculation),
          read,
        )
      : read();
  }

  #head(
    request: FlowRequest,
    identity: Identity,
    state: FlowSelectionState,
    calculating: boolean,
  ): Pick<
    FlowReport,
    'scope' | 'window' | 'ownership' | 'definition' | 'freshness'
  > {
    return {
      scope: {
        ...identity,
        components: state.components,
        activeComponents: state.active,
      },
      window: { ...request.window, zone: this.#zone },
      ownership: request.ownership,
      definition: this.#tellDefinition(),
      freshness: this.#freshness.tell(state.latestRecordedAt, calculating),
    };
  }

  #tellDefinition(): ReportDefinition {
    const { id, version, title, docs } = this.#definition;
    return {
      id,
      version,
      title,
      docs,
      ...tellWorkingTime(this.#workingTime),
    };
  }

  #momentOf(window: { to: string }): ItemMoment {
    return momentOf(window, this.#zone, this.#clock());
  }

  #today(): string {
    return dayOf(this.#clock(), this.#zone);
  }

  async #identify(
    request: Pick<FlowRequest, 'scopeRef' | 'filter'>,
    visibility: Visibility,
  ): Promise<Identity> {
    const { scopeRef, filter } = request;
    if (scopeRef === 'org') {
      return isFiltered(filter)
        ? {
            ref: 'selection',
            kind: 'selection',
            title: 'Selection',
            rollUp: true,
          }
        : {
            ref: 'org',
            kind: 'organisation',
            title: 'Organisation',
            rollUp: true,
          };
    }
    const entity = await this.#catalog.getEntity(scopeRef, visibility);
    if (!entity) {
      throw new NotFoundError(`No entity '${scopeRef}' in the catalog`);
    }
    return {
      ref: entity.ref,
      kind: entity.kind,
      title: entity.title ?? entity.name,
      rollUp: entity.kind !== 'component',
    };
  }
}

type Identity = Pick<ReportScope, 'ref' | 'kind' | 'title' | 'rollUp'>;
