import type {
  HttpAuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  flow2026Definition,
  type FlowDefinition,
  opmodelFlowReadPermission,
  resolveWindow,
  WorkingCalendar,
  type WorkingDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { CollectionProgress } from '../collect/CollectionReader';
import type { RecalculationStore } from '../intake/RecalculationStore';
import type { FigureListener } from '../lib/FigureListener';
import { logFailure } from '../lib/logFailure';
import type { Measure } from '../lib/Measure';
import { ScopeDayKeeper } from '../lib/ScopeDayKeeper';
import type { ScopeDayStore } from '../lib/ScopeDayStore';
import { createScopeDayTasks } from '../lib/scopeDayTasks';
import type { OverviewSubject } from '../overview/OverviewService';
import { readKeepDays } from '../retention/readKeepDays';
import type { Subject } from '../subjects';
import { identifyWorkingDays } from '../workingDaysIdentity';
import { FlowAttention } from './attention/FlowAttention';
import type { FlowAttentionStore } from './attention/FlowAttentionStore';
import { AuthorizedFlowService } from './AuthorizedFlowService';
import { registerFlowActions } from './flowActions';
import type { FlowCalculationStore } from './FlowCalculationStore';
import { FlowCalculator } from './FlowCalculator';
import { type FlowSettings, readFlowSettings } from './flowConfig';
import {
  createFlowRetention,
  createForecastRetention,
  flowDaysLimit,
} from './flowRetention';
import { FlowFacts } from './FlowFacts';
import { addFlowRoutes } from './flowRouter';
import { FlowService } from './FlowService';
import type { FlowStore } from './FlowStore';
import { ForecastKeeper } from './forecasts/ForecastKeeper';
import type { ForecastStore } from './forecasts/ForecastStore';

/** Id of the subject in configuration, paths and requests for recalculation. */
export const flowSubjectId = 'flow';

/** What the home page knows of it, also where it is switched off. */
export const flowOverview: Omit<OverviewSubject, 'subject'> = {
  id: flowSubjectId,
  readPermission: opmodelFlowReadPermission,
  records: ['workItems'],
};

/** Grows with every change of what is kept of a calculation: replicas of two versions must not write the same rows. */
const ROWS_VERSION = 2;

/**
 * Names what changes a number of flow or its rows beside the facts: the definition, its version, the zone of the days, what the
 * organisation chose of it, and the working days where durations count only these.
 */
export function flowCalculation(
  zone: string,
  { start, iterations }: Pick<FlowSettings, 'start' | 'iterations'>,
  workingDays: WorkingDays | null = null,
): string {
  const { id, version } = flow2026Definition;
  const isDefault =
    start === flow2026Definition.start && iterations.length === 0;
  const chosen = isDefault
    ? []
    : [
        createHash('sha256')
          .update(JSON.stringify([start, iterations]))
          .digest('hex')
          .slice(0, 8),
      ];
  const working = workingDays ? [identifyWorkingDays(workingDays)] : [];
  return [id, version, zone, ROWS_VERSION, ...chosen, ...working].join('/');
}

/** Puts the flow subject together. */
export function createFlowSubject(options: {
  store: FlowStore;
  attentionStore: FlowAttentionStore;
  calculations: FlowCalculationStore;
  scopeDays: ScopeDayStore;
  forecasts: ForecastStore;
  catalog: CatalogStore;
  /** How far the collectors have come. */
  collection?: CollectionProgress;
  recalculations: RecalculationStore;
  visibility: VisibilityResolver;
  httpAuth: HttpAuthService;
  scheduler: SchedulerService;
  actionsRegistry: ActionsRegistryService;
  logger: LoggerService;
  calendar: ConfiguredCalendar;
  clock: () => number;
  config: RootConfigService;
  /** Takes note of each calculation of an entity. */
  measure?: Measure;
  /** Is told of entities whose flow was computed anew. */
  onFigures?: FigureListener;
}): Subject {
  const { store, forecasts, catalog, recalculations, calendar, clock, logger } =
    options;
  const settings = readFlowSettings(options.config);
  const { zone } = calendar;
  const workingDays = calendar.workingTime.flow;
  const workingTime = workingDays
    ? new WorkingCalendar(zone, workingDays)
    : undefined;
  const definition: FlowDefinition = {
    ...flow2026Definition,
    start: settings.start,
    calendar: workingTime ? 'working_days' : 'calendar_days',
  };
  const common = {
    store,
    definition,
    calculation: flowCalculation(zone, settings, workingDays),
    settings,
    zone,
    workingTime,
    clock,
    logger,
  };
  const service = new FlowService({
    ...common,
    forecasts,
    catalog,
    recalculations,
    collection: options.collection,
  });
  const calculator = new FlowCalculator({
    ...common,
    store: options.calculations,
    recalculations,
    rules: {
      definition,
      zone,
      iterations: settings.iterations,
      workingTime,
    },
    measure: options.measure,
    onFigures: options.onFigures,
    keepDays: readKeepDays(options.config, flowDaysLimit),
  });
  const keeper = new ForecastKeeper({ ...common, forecasts });
  const attention = new FlowAttention({
    ...common,
    store: options.attentionStore,
    catalog,
    readAllocation: (scopeRef, window, visibility) =>
      service.getAllocation({ scopeRef, window, ownership: 'now' }, visibility),
  });
  const flow = new AuthorizedFlowService({
    service,
    visibility: options.visibility,
  });
  return {
    id: flowSubjectId,
    readPermission: opmodelFlowReadPermission,
    permissions: [opmodelFlowReadPermission],
    addRoutes: router =>
      addFlowRoutes(router, {
        flow,
        httpAuth: options.httpAuth,
        calendar,
        clock,
      }),
    registerActions: () =>
      registerFlowActions({
        actionsRegistry: options.actionsRegistry,
        flow,
        calendar,
        clock,
      }),
    listAttention: (visibility, owners) => attention.list(visibility, owners),
    countCoverage: visibility =>
      service.countCoverage(visibility, resolveWindow({}, calendar, clock())),
    factProviders: [new FlowFacts({ ...common, calendar })],
    retentionRules: [
      createFlowRetention({
        ...common,
        store: options.calculations,
        calculator,
      }),
      createForecastRetention({ forecasts, zone }),
    ],
    tasks: [
      {
        id: 'opmodel-flow-definition',
        // Every replica asks for its own version, and as soon as it starts, as that of DORA does.
        runner: options.scheduler.createScheduledTaskRunner({
          scope: 'local',
          frequency: { hours: 1 },
          timeout: { minutes: 10 },
        }),
        run: () => calculator.adoptDefinition(),
      },
      ...createScopeDayTasks(flowSubjectId, {
        keeper: new ScopeDayKeeper({
          store: options.scopeDays,
          calculations: [common.calculation],
          alwaysKeepsDays: true,
        }),
        scheduler: options.scheduler,
      }),
      {
        id: 'opmodel-flow-calculation',
        // Every replica works: what one has claimed, the others leave alone.
        runner: options.scheduler.createScheduledTaskRunner({
          scope: 'local',
          frequency: { seconds: 2 },
          timeout: { minutes: 10 },
        }),
        run: logFailure(
          logger,
          'Flow metrics are out of date',
          async (signal: AbortSignal) => {
            await calculator.calculateWaiting(signal);
          },
        ),
      },
      {
        id: 'opmodel-flow-forecasts',
        // More often than weekly, so that a scope that has enough history is not forgotten for a week.
        runner: options.scheduler.createScheduledTaskRunner({
          scope: 'global',
          frequency: { hours: 6 },
          initialDelay: { minutes: 5 },
          timeout: { hours: 1 },
        }),
        async run(signal) {
          await keeper.scoreDue(signal);
          await keeper.keepWeekly(signal);
        },
      },
    ],
  };
}
