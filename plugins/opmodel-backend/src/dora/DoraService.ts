import { NotFoundError } from '@backstage/errors';
import {
  type DayWindow,
  type DeploymentPage,
  type DoraExplanation,
  type DoraFleetPage,
  type DoraMetricId,
  type DoraProfile,
  type DoraReport,
  type ReportDefinition,
  type ReportScope,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import type { RecalculationStore } from '../intake/RecalculationStore';
import { decodeCursor, encodeCursor } from './cursor';
import { toDeployment } from './deploymentRows';
import { DoraNumbersReader } from './DoraNumbersReader';
import type {
  ComponentFilter,
  DeploymentPosition,
  DoraSelection,
  DoraStore,
  MemberOrder,
  MemberPageRequest,
  MemberPosition,
} from './DoraStore';
import { explainFrequency, explainLeadTime } from './explanations';
import { FreshnessReader } from './FreshnessReader';
import { readMembers } from './members';
import { LeadTimeRankings } from './LeadTimeRankings';
import { findNextSteps } from './nextSteps';
import { ReportReader } from './ReportReader';
import { RevisionMemory } from './RevisionMemory';

/** What a report is asked for. */
export interface DoraRequest {
  /** An entity ref, or `org`. */
  scopeRef: string;
  window: DayWindow;
  ownership: 'now' | 'then';
  filter?: ComponentFilter;
}

/** One page of the fleet. */
export interface FleetRequest {
  window: DayWindow;
  filter: ComponentFilter;
  state?: 'ok' | 'thin' | 'no_data';
  order: MemberOrder;
  descending: boolean;
  limit: number;
  cursor?: string;
}

/** One page of deployments. */
export interface DeploymentsRequest extends DoraRequest {
  exclusion?: string;
  limit: number;
  cursor?: string;
}

/** Answers what DORA metrics a scope has and how they came about. */
export class DoraService {
  readonly #store: DoraStore;
  readonly #catalog: CatalogStore;
  readonly #numbers: DoraNumbersReader;
  readonly #reports: ReportReader;
  readonly #rankings: LeadTimeRankings;
  readonly #freshness: FreshnessReader;
  readonly #memory = new RevisionMemory();
  readonly #profile: DoraProfile;
  readonly #calculation: string;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    store: DoraStore;
    catalog: CatalogStore;
    recalculations: RecalculationStore;
    profile: DoraProfile;
    /** Names the definition, its version and the zone; the rows that are read carry it. */
    calculation: string;
    zone: string;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#numbers = new DoraNumbersReader(options);
    this.#rankings = new LeadTimeRankings(options);
    this.#reports = new ReportReader({ ...options, rankings: this.#rankings });
    this.#freshness = new FreshnessReader(options);
    this.#profile = options.profile;
    this.#calculation = options.calculation;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   */
  async getReport(
    request: DoraRequest,
    visibility: Visibility,
  ): Promise<DoraReport> {
    const { window } = request;
    const selection = toSelection(request, visibility);
    const identity = await this.#identify(request, visibility);
    const { rollUp } = identity;
    const read = () => this.#reports.read(selection, window, rollUp);
    const [body, calculating] = await Promise.all([
      rollUp ? this.#recall('report', request, selection, read) : read(),
      this.#freshness.isCalculating(selection, window),
    ]);
    const { components, activeComponents, latestRecordedAt, ...numbers } = body;
    const report: Omit<DoraReport, 'nextSteps'> = {
      scope: { ...identity, components, activeComponents },
      window: { ...window, zone: this.#zone },
      ownership: request.ownership,
      definition: this.#definition(),
      freshness: this.#freshness.tell(latestRecordedAt, calculating),
      ...numbers,
    };
    return {
      ...report,
      nextSteps: findNextSteps(report, this.#profile, this.#clock()),
    };
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   */
  async explain(
    metric: DoraMetricId,
    request: DoraRequest,
    visibility: Visibility,
  ): Promise<DoraExplanation> {
    const selection = toSelection(request, visibility);
    const identity = await this.#identify(request, visibility);
    const [numbers, calculating] = await Promise.all([
      this.#numbers.read(selection, request.window, identity.rollUp),
      this.#freshness.isCalculating(selection, request.window),
    ]);
    return {
      metric,
      scope: {
        ...identity,
        components: numbers.state.components,
        activeComponents: numbers.active,
      },
      window: { ...request.window, zone: this.#zone },
      ownership: request.ownership,
      definition: this.#definition(),
      freshness: this.#freshness.tell(
        numbers.state.latestRecordedAt,
        calculating,
      ),
      ...(metric === 'change-lead-time'
        ? explainLeadTime(numbers.changeLeadTime)
        : explainFrequency(
            numbers.deploymentFrequency,
            identity.rollUp ? request.window.days : numbers.knownDays,
            identity.rollUp,
            numbers.reporting,
          )),
    };
  }

  /**
   * @throws NotFoundError when the scope does not exist or may not be seen
   * @throws InputError when the cursor is not one that this list gave
   */
  async listDeployments(
    request: DeploymentsRequest,
    visibility: Visibility,
  ): Promise<DeploymentPage> {
    await this.#identify(request, visibility);
    const { scopeRef, ownership, exclusion } = request;
    const list = { scopeRef, ownership, exclusion };
    const { items, total } = await this.#store.listDeployments(
      this.#calculation,
      toSelection(request, visibility),
      request.window,
      {
        exclusion,
        limit: request.limit + 1,
        after: decodeCursor<DeploymentPosition>(
          request.cursor,
          {
            at: ['number'],
            entityRef: ['string'],
            source: ['string'],
            subject: ['string'],
          },
          list,
        ),
      },
    );
    const page = items.slice(0, request.limit);
    const last = page.at(-1);
    return {
      items: page.map(toDeployment),
      totalItems: total,
      nextCursor:
        last && items.length > request.limit
          ? encodeCursor(
              {
                at: last.at,
                entityRef: last.entityRef,
                source: last.source,
                subject: last.subject,
              },
              list,
            )
          : null,
    };
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async listFleet(
    request: FleetRequest,
    visibility: Visibility,
  ): Promise<DoraFleetPage> {
    const selection: DoraSelection = {
      scopeRef: 'org',
      ownership: 'now',
      filter: request.filter,
      visibility,
    };
    return this.#recall('fleet', request, selection, () =>
      this.#readFleet(request, selection),
    );
  }

  async #readFleet(
    request: FleetRequest,
    selection: DoraSelection,
  ): Promise<DoraFleetPage> {
    const { window, order, descending, filter, state } = request;
    const list = { order, descending, filter, state };
    const { items, rows, total } = await readMembers(
      this.#store,
      this.#calculation,
      selection,
      window,
      {
        order,
        descending,
        limit: request.limit + 1,
        after: decodeCursor<MemberPosition>(
          request.cursor,
          {
            value: order === 'name' ? ['string'] : ['number', 'null'],
            entityRef: ['string'],
          },
          list,
        ),
        deployments: this.#deploymentsIn(state),
        ranking:
          order === 'leadTime' ? await this.#rankings.rank(window) : undefined,
      },
      this.#profile,
    );
    const last = rows.at(request.limit - 1);
    const positionOf: Record<MemberOrder, (row: (typeof rows)[0]) => any> = {
      name: row => row.sortName,
      leadTime: row => row.leadTimeBin,
      deployments: row => row.deployments,
      lastDeployment: row => row.lastDeploymentAt,
    };
    return {
      items: items.slice(0, request.limit),
      totalItems: total,
      nextCursor:
        last && rows.length > request.limit
          ? encodeCursor(
              {
                value: positionOf[order](last),
                entityRef: last.entityRef,
              },
              list,
            )
          : null,
      window: { ...window, zone: this.#zone },
      weeks: weeksBetween(window.from, window.to),
    };
  }

  /** Visible components, and those of them that have ever reported a deployment. */
  async countCoverage(
    visibility: Visibility,
    window: DayWindow,
  ): Promise<{ reporting: number; applicable: number }> {
    const selection: DoraSelection = {
      scopeRef: 'org',
      ownership: 'now',
      visibility,
    };
    const { current } = await this.#store.describe(
      this.#calculation,
      selection,
      window,
    );
    return {
      reporting: current.reporting.reduce(
        (sum, { components }) => sum + components,
        0,
      ),
      applicable: current.components,
    };
  }

  async #identify(
    request: DoraRequest,
    visibility: Visibility,
  ): Promise<Pick<ReportScope, 'ref' | 'kind' | 'title' | 'rollUp'>> {
    const { scopeRef, filter } = request;
    if (scopeRef === 'org') {
      const isFiltered =
        filter !== undefined &&
        Object.values(filter).some(value => value !== undefined);
      return {
        ref: isFiltered ? 'selection' : 'org',
        kind: isFiltered ? 'selection' : 'organisation',
        title: isFiltered ? 'Selection' : 'Organisation',
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

  /**
   * Remembers what is the same for all who see the whole scope. A read for anybody else, with numbers of their own, is rare
   * enough to be made each time.
   */
  #recall<T>(
    kind: string,
    request: object,
    selection: DoraSelection,
    make: () => Promise<T>,
  ): Promise<T> {
    return selection.visibility.type === 'all'
      ? this.#memory.recall(
          JSON.stringify([kind, request]),
          () => this.#store.readRevision(this.#calculation, selection),
          make,
        )
      : make();
  }

  #definition(): ReportDefinition {
    const { id, version, title, docs } = this.#profile;
    return { id, version, title, docs };
  }

  #deploymentsIn(
    state: FleetRequest['state'],
  ): MemberPageRequest['deployments'] {
    const minimum = this.#profile.minimumDeployments;
    switch (state) {
      case 'ok':
        return { known: true, minimum };
      case 'thin':
        return { known: true, maximum: minimum - 1 };
      case 'no_data':
        return { known: false };
      default:
        return undefined;
    }
  }
}

function toSelection(
  request: DoraRequest,
  visibility: Visibility,
): DoraSelection {
  const { scopeRef, ownership, filter } = request;
  return { scopeRef, ownership, filter, visibility };
}
