import type {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type {
  ActionsRegistryService,
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  Collector,
  DebtSuggestionSource,
  FactProvider,
  OnCallProvider,
  SliSource,
  WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { Router } from 'express';
import { createAcceptances } from './acceptances/createAcceptances';
import { DatabaseAcceptanceStore } from './acceptances/DatabaseAcceptanceStore';
import { AttentionService } from './attention/AttentionService';
import { createDigestTask } from './attention/createDigestTask';
import { createImmediateNotices } from './attention/createImmediateNotices';
import { DatabaseDigestStore } from './attention/DatabaseDigestStore';
import { DatabaseImmediateNoticeStore } from './attention/DatabaseImmediateNoticeStore';
import { PortalDigestNotifier } from './attention/DigestNotifier';
import { readDigestSettings } from './attention/digestSettings';
import { CatalogTeamDirectory } from './attention/TeamDirectory';
import { WeeklyDigest } from './attention/WeeklyDigest';
import { readCalendar } from './calendarConfig';
import { createSnapshotTask } from './catalog/createSnapshotTask';
import { DatabaseCatalogStore } from './catalog/DatabaseCatalogStore';
import { DatabaseSnapshotStore } from './catalog/DatabaseSnapshotStore';
import { SnapshotScanner } from './catalog/SnapshotScanner';
import { VisibilityResolver } from './catalog/VisibilityResolver';
import { readRememberedDecisions } from './catalog/visibilitySettings';
import { createCollectors } from './collect/createCollectors';
import { DatabaseCollectorLeaseStore } from './collect/DatabaseCollectorLeaseStore';
import { DatabaseCollectorProblemStore } from './collect/DatabaseCollectorProblemStore';
import { DatabaseCollectorStore } from './collect/DatabaseCollectorStore';
import { OperatingDocuments } from './decisions/OperatingDocuments';
import {
  createSubjects,
  everySubjectId,
  recalculatedSubjectIds,
  subjectOverviews,
} from './createSubjects';
import { DecisionApprovers } from './decisions/DecisionApprovers';
import { NamedEntities } from './decisions/NamedEntities';
import { OwnerChain } from './decisions/OwnerChain';
import { readAlarmThresholds } from './health/alarmThresholds';
import { AuthorizedHealthService } from './health/AuthorizedHealthService';
import { DatabaseStorageStore } from './health/DatabaseStorageStore';
import { HealthService } from './health/HealthService';
import { createInbox } from './inbox/createInbox';
import { DatabaseInboxStore } from './inbox/DatabaseInboxStore';
import { createIntake } from './intake/createIntake';
import { DatabaseIntakeStore } from './intake/DatabaseIntakeStore';
import { DatabaseRejectionStore } from './intake/DatabaseRejectionStore';
import { readEnvironmentRules } from './intake/environmentRules';
import { DatabaseOverviewStore } from './overview/DatabaseOverviewStore';
import { OverviewService } from './overview/OverviewService';
import { RememberedCounts } from './overview/RememberedCounts';
import { ownershipSubjectId } from './ownership/ownershipSubject';
import { DatabaseRepositoryOwnershipStore } from './ownership/repositories/DatabaseRepositoryOwnershipStore';
import { createRepositoryPort } from './ownership/repositories/createRepositoryPort';
import { createRetentionTask } from './retention/createRetentionTask';
import { DatabaseRetentionStore } from './retention/DatabaseRetentionStore';
import { RetentionService } from './retention/RetentionService';
import { createRouter } from './router';
import { createEntityFactPort } from './scorecards/facts/createEntityFactPort';
import { scorecardsSubjectId } from './scorecards/scorecardsSubject';
import { createMeasurementPort } from './slo/push/createMeasurementPort';
import { sloSubjectId } from './slo/sloSubject';
import { isSubjectEnabled } from './subjects';
import { createDebtScanPort } from './techDebt/push/createDebtScanPort';
import { techDebtSubjectId } from './techDebt/techDebtSubject';
import { EngineTelemetry } from './telemetry/EngineTelemetry';
import { measureCollector } from './telemetry/measureCollector';
import { MeasuredIntakeService } from './telemetry/MeasuredIntakeService';
import { observeEngine } from './telemetry/observeEngine';
import { readEngine } from './telemetry/readEngine';

/** What the engine works with. */
export interface EngineOptions {
  knex: Awaited<ReturnType<DatabaseService['getClient']>>;
  collectors: Collector[];
  webhookReaders: WebhookReader[];
  onCallProviders: OnCallProvider[];
  sliSources: SliSource[];
  factProviders: FactProvider[];
  /** What finds debt, of modules. Default: none. */
  debtSuggestionSources?: DebtSuggestionSource[];
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  events: EventsService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
  tracing: TracingService;
  userInfo: UserInfoService;
  /** Epoch milliseconds. Default: the system's clock. */
  clock?: () => number;
  /** Also validate what is answered; for tests. */
  validateResponses?: boolean;
}

/** The engine, put together and not yet at work. */
export interface Engine {
  router: Router;
  /** Starts scanning, collecting and calculating. */
  start(): Promise<void>;
  /** Call it before the process ends. */
  stop(): Promise<void>;
}

/** Puts the engine together: stores, services around them, subjects, and the routes on top. */
export function createEngine(options: EngineOptions): Engine {
  const { knex, config, logger, httpAuth, permissions, scheduler, auth } =
    options;
  const clock = options.clock ?? Date.now;
  const calendar = readCalendar(config, clock());
  const subjectIds = everySubjectId.map(id => ({
    id,
    enabled: isSubjectEnabled(config, id),
  }));
  const enabledIds = subjectIds.flatMap(({ id, enabled }) =>
    enabled ? [id] : [],
  );

  const { metrics, tracing } = options;
  const telemetry = new EngineTelemetry({ metrics, tracing });

  const catalog = new DatabaseCatalogStore(knex);
  const documents = new OperatingDocuments({ catalog });
  const scanner = new SnapshotScanner({
    auth,
    logger,
    clock,
    catalog: options.catalog,
    store: new DatabaseSnapshotStore(knex),
    zone: calendar.zone,
    tierLabel: config.getOptionalString('opmodel.tier.label'),
  });
  const visibility = new VisibilityResolver({
    auth,
    permissions,
    clock,
    catalog: options.catalog,
    store: catalog,
    rememberedMs: readRememberedDecisions(config),
  });

  const intakeStore = new DatabaseIntakeStore(
    knex,
    // Also those that are switched off: what they miss waits until they are on again.
    recalculatedSubjectIds,
  );
  const intake = createIntake({
    service: new MeasuredIntakeService({
      store: intakeStore,
      environmentRules: readEnvironmentRules(config),
      telemetry,
    }),
    stores: {
      intake: intakeStore,
      rejections: new DatabaseRejectionStore(knex),
      catalog,
    },
    measurements: isSubjectEnabled(config, sloSubjectId)
      ? createMeasurementPort({ config, knex })
      : undefined,
    entityFacts: isSubjectEnabled(config, scorecardsSubjectId)
      ? createEntityFactPort({ config, knex, catalog })
      : undefined,
    debtScans: isSubjectEnabled(config, techDebtSubjectId)
      ? createDebtScanPort({ config, knex, catalog, clock })
      : undefined,
    countOutcomes: (outcomes, producer) =>
      telemetry.countOutcomes(outcomes, producer),
    collectorIds: options.collectors.map(({ id }) => id),
    webhookTypes: options.webhookReaders.map(({ type }) => type),
    auditor: options.auditor,
    config,
    httpAuth,
    logger,
    permissions,
    scheduler,
    clock,
  });
  scanner.onLinksChanged(async ({ appeared, relinked, removed }) => {
    await intake.service.remap(relinked, { now: clock() });
    // Whom an event concerns depends on nothing else that an entity says of itself.
    if ([appeared, relinked, removed].some(refs => refs.length > 0)) {
      await intake.service.reapplyUnmapped({ now: clock() });
    }
  });

  const inbox = createInbox({
    store: new DatabaseInboxStore(knex),
    readers: options.webhookReaders,
    intake: intake.reporting,
    auditor: options.auditor,
    config,
    events: options.events,
    httpAuth,
    logger,
    permissions,
    scheduler,
    clock,
  });

  const collectors = createCollectors({
    collectors: options.collectors.map(collector =>
      measureCollector(collector, telemetry.measureRunsOf(collector.id)),
    ),
    store: new DatabaseCollectorStore(knex),
    leases: new DatabaseCollectorLeaseStore(knex),
    problems: new DatabaseCollectorProblemStore(knex),
    catalog,
    intake: intake.reporting,
    ownership: isSubjectEnabled(config, ownershipSubjectId)
      ? createRepositoryPort({
          auth,
          catalog: options.catalog,
          store: new DatabaseRepositoryOwnershipStore(knex),
        })
      : undefined,
    httpAuth,
    permissions,
    scheduler,
    config,
    logger,
    clock,
  });

  scanner.onLinksChanged(({ changed }) => collectors.collectFor(changed));

  const approvers = new DecisionApprovers({
    catalog,
    documents,
    names: new NamedEntities({ catalog }),
    owners: new OwnerChain({ catalog }),
  });
  const acceptances = createAcceptances({
    store: new DatabaseAcceptanceStore(knex),
    approvers,
    auditor: options.auditor,
    auth,
    catalog,
    config,
    httpAuth,
    logger,
    scheduler,
    userInfo: options.userInfo,
    visibility,
    zone: calendar.zone,
    clock,
  });
  scanner.onLinksChanged(acceptances.onScanned);

  const teams = new CatalogTeamDirectory({ auth, catalog: options.catalog });
  const immediate = createImmediateNotices({
    store: new DatabaseImmediateNoticeStore(knex),
    teams,
    notifications: options.notifications,
    config,
    logger,
    scheduler,
    clock,
  });

  const subjects = createSubjects(enabledIds, {
    knex,
    acceptances,
    approvers,
    notices: immediate.notices,
    actionsRegistry: options.actionsRegistry,
    auditor: options.auditor,
    auth,
    calendar,
    catalog,
    collection: collectors.service,
    config,
    debtSuggestionSources: options.debtSuggestionSources ?? [],
    documents,
    factProviders: options.factProviders,
    httpAuth,
    logger,
    onCallProviders: options.onCallProviders,
    permissions,
    permissionsRegistry: options.permissionsRegistry,
    recalculations: intakeStore.recalculations,
    scheduler,
    sliSources: options.sliSources,
    telemetry,
    userInfo: options.userInfo,
    visibility,
    clock,
  });
  for (const { onScanned } of subjects) {
    if (onScanned) {
      scanner.onLinksChanged(onScanned);
    }
  }

  const retention = new RetentionService({
    rules: [
      ...intake.retention,
      inbox.retention,
      collectors.retention,
      acceptances.retention,
      immediate.retention,
      ...subjects.flatMap(({ retentionRules }) => retentionRules ?? []),
    ],
    store: new DatabaseRetentionStore(knex),
    config,
    logger,
    clock,
  });

  const health = new HealthService({
    catalog,
    intake: intake.service,
    rejections: intake.rejections,
    inbox: inbox.service,
    collectors: collectors.service,
    retention,
    storage: new DatabaseStorageStore(knex),
    subjects: subjectIds,
    thresholds: readAlarmThresholds(config),
    async listSubjectAlarms() {
      const alarms = await Promise.all(
        subjects.map(subject => subject.listAlarms?.() ?? []),
      );
      return alarms.flat();
    },
    clock,
  });

  const digestSettings = readDigestSettings(config);
  const digest = createDigestTask({
    digest: new WeeklyDigest({
      subjects: [...subjects, acceptances],
      store: new DatabaseDigestStore(knex),
      teams,
      notifier: new PortalDigestNotifier({
        notifications: options.notifications,
        settings: digestSettings,
      }),
      settings: digestSettings,
      zone: calendar.zone,
      logger,
      clock,
    }),
    settings: digestSettings,
    scheduler,
  });

  observeEngine({
    metrics,
    logger,
    read: () =>
      readEngine({
        catalog,
        inbox: inbox.service,
        recalculations: intakeStore.recalculations,
        subjects: enabledIds,
        now: clock(),
      }),
  });

  const router = createRouter({
    httpAuth,
    logger,
    subjects,
    inbox,
    collectors,
    intake,
    overview: new OverviewService({
      store: new RememberedCounts({
        store: new DatabaseOverviewStore(knex),
        clock,
      }),
      catalog,
      visibility,
      subjects: subjectOverviews.map(described => ({
        ...described,
        subject: subjects.find(({ id }) => id === described.id),
      })),
    }),
    acceptances,
    attention: new AttentionService({
      subjects: [...subjects, acceptances],
      visibility,
    }),
    health: new AuthorizedHealthService({ service: health, permissions }),
    validateResponses: options.validateResponses,
  });

  return {
    router,
    async start() {
      subjects.forEach(subject => subject.registerActions());
      for (const subject of subjects) {
        await subject.start?.();
      }
      for (const task of [acceptances, immediate, ...subjects].flatMap(
        ({ tasks }) => tasks,
      )) {
        await task.runner.run({
          id: task.id,
          fn: signal => task.run(signal as AbortSignal),
        });
      }
      // Before the first scan, which tells them what there is to collect.
      await collectors.start();
      await createSnapshotTask({
        config,
        scheduler,
        scanner: {
          scan: given => telemetry.measureScan(() => scanner.scan(given)),
        },
        store: catalog,
        clock,
      }).start();
      await intake.start();
      await digest.start();
      await createRetentionTask({ retention, scheduler, config }).start();
      await inbox.start();
    },
    stop: () => inbox.stop(),
  };
}
