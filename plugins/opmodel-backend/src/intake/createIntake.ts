import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import type { Router } from 'express';
import { createProducerGrants } from '../producers/createProducerGrants';
import type { GrantStores } from '../producers/grantLookup';
import { readKeepDays } from '../retention/readKeepDays';
import type { RetentionRule } from '../retention/RetentionRule';
import { AuthorizedIntakeReview } from './AuthorizedIntakeReview';
import { AuthorizedIntakeService } from './AuthorizedIntakeService';
import { createIntakeTask } from './createIntakeTask';
import type { DebtScanPort } from './DebtScanPort';
import type { EntityFactPort } from './EntityFactPort';
import {
  overtakenEventsRule,
  recordVersionsRule,
  rejectionsRule,
} from './intakeRetention';
import { addIntakeReviewRoutes } from './intakeReviewRouter';
import { addIntakeRoutes } from './intakeRouter';
import type { IntakeService } from './IntakeService';
import type { IntakeStore } from './IntakeStore';
import type { MeasurementPort } from './MeasurementPort';
import type { OutcomeListener } from './OutcomeListener';
import { RejectionLog } from './RejectionLog';
import type { RejectionStore } from './RejectionStore';
import { ReportingIntake } from './ReportingIntake';

/** What is around the service of intake, put together and not yet at work. */
export interface Intake {
  service: IntakeService;
  /** For collectors and webhooks: tells what became of their events. */
  reporting: ReportingIntake;
  rejections: RejectionLog;
  /** Adds the routes of senders and of operators. */
  addRoutes(router: Router): void;
  retention: RetentionRule[];
  /** Starts the review of what is kept. */
  start(): Promise<void>;
}

/**
 * Puts intake together: who may send what, what becomes of it, and what tells of it.
 *
 * @param options - `measurements` takes what is counted of objectives; undefined: nobody does; `entityFacts` what is told of entities,
 *   `debtScans` what tools find. `countOutcomes` is told what became of events; `collectorIds` and `webhookTypes` are those registered, whose
 *   sources nobody else may use
 * @throws InputError when a rule for producers or a limit of retention cannot be
 */
export function createIntake(options: {
  service: IntakeService;
  stores: {
    intake: IntakeStore;
    rejections: RejectionStore;
    catalog: GrantStores['catalog'];
  };
  measurements: MeasurementPort | undefined;
  entityFacts: EntityFactPort | undefined;
  debtScans: DebtScanPort | undefined;
  countOutcomes: (outcomes: IntakeOutcome[], producer: string) => void;
  collectorIds: readonly string[];
  webhookTypes: readonly string[];
  auditor: AuditorService;
  config: RootConfigService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  /** Epoch milliseconds. */
  clock: () => number;
}): Intake {
  const { service, stores, config, httpAuth, logger, scheduler, clock } =
    options;
  const { auditor, permissions } = options;
  const rejections = new RejectionLog({ store: stores.rejections, logger });
  const outcomes: OutcomeListener = {
    async record(decided, context) {
      options.countOutcomes(decided, context.producer);
      await rejections.record(decided, context);
    },
  };
  const forgetRejections = rejectionsRule(stores.rejections);
  const intake = new AuthorizedIntakeService({
    service,
    measurements: options.measurements,
    entityFacts: options.entityFacts,
    debtScans: options.debtScans,
    outcomes,
    producers: createProducerGrants({
      config,
      logger,
      stores: { catalog: stores.catalog, records: stores.intake.records },
    }),
    permissions,
    auditor,
    collectorIds: options.collectorIds,
    webhookTypes: options.webhookTypes,
    clock,
  });
  const review = new AuthorizedIntakeReview({
    service,
    rejections,
    rejectionsKeptDays: readKeepDays(config, forgetRejections),
    permissions,
    auditor,
    clock,
  });
  return {
    service,
    reporting: new ReportingIntake({ service, outcomes }),
    rejections,
    addRoutes(router) {
      addIntakeRoutes(router, { intake, httpAuth });
      addIntakeReviewRoutes(router, { review, httpAuth });
    },
    retention: [
      overtakenEventsRule(stores.intake),
      recordVersionsRule(stores.intake),
      forgetRejections,
    ],
    start: () =>
      createIntakeTask({ intake: service, scheduler, clock }).start(),
  };
}
