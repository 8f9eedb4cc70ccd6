import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { WebhookReader } from '@opmodel/backstage-plugin-opmodel-node';
import type { Router } from 'express';
import type { IntakeService } from '../intake/IntakeService';
import type { RetentionRule } from '../retention/RetentionRule';
import { AuthorizedInboxService } from './AuthorizedInboxService';
import { createInboxTask } from './createInboxTask';
import { readInboxConfig } from './inboxConfig';
import { InboxProcessor } from './InboxProcessor';
import { InboxReceiver } from './InboxReceiver';
import { createInboxRetention } from './inboxRetention';
import { addInboxRoutes } from './inboxRouter';
import { InboxService } from './InboxService';
import type { InboxStore } from './InboxStore';
import { RefusalLog } from './RefusalLog';
import { subscribeToTopics } from './subscribeToTopics';
import { createWebhookRouter } from './webhookRouter';

/** The inbox, put together and not yet at work. */
export interface Inbox {
  service: InboxService;
  /** The route of webhooks, for the place before everything that reads bodies. */
  webhooks: Router;
  /** Adds the operators' routes. */
  addRoutes(router: Router): void;
  retention: RetentionRule;
  /** Starts processing, and listening to topics. */
  start(): Promise<void>;
  /** Tells what it has not told yet. Call it before the process ends. */
  stop(): Promise<void>;
}

/**
 * Puts the inbox together: what takes deliveries, what processes them, and what tells of them.
 *
 * @throws InputError when the configuration of a source cannot be
 */
export function createInbox(options: {
  store: InboxStore;
  readers: readonly WebhookReader[];
  intake: Pick<IntakeService, 'submit'>;
  auditor: AuditorService;
  config: RootConfigService;
  events: EventsService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  /** Epoch milliseconds. */
  clock: () => number;
}): Inbox {
  const { store, auditor, events, httpAuth, logger, clock } = options;
  const { sources, warnings, maxBodyBytes } = readInboxConfig(
    options.config,
    options.readers,
  );
  for (const warning of warnings) {
    logger.warn(warning);
  }
  const task = createInboxTask({
    processor: new InboxProcessor({
      store,
      sources,
      intake: options.intake,
      logger,
      clock,
    }),
    scheduler: options.scheduler,
    logger,
  });
  const refusals = new RefusalLog({ auditor, logger });
  const receiver = new InboxReceiver({
    store,
    sources,
    refusals,
    auditor,
    logger,
    clock,
    wake: task.wake,
  });
  const service = new InboxService({ store, sources });
  const inbox = new AuthorizedInboxService({
    service,
    permissions: options.permissions,
    auditor,
    clock,
  });
  return {
    service,
    webhooks: createWebhookRouter({ receiver, maxBodyBytes }),
    addRoutes: router => addInboxRoutes(router, { inbox, httpAuth }),
    retention: createInboxRetention(store),
    async start() {
      await task.start();
      await subscribeToTopics({ events, sources, receiver });
    },
    stop: () => refusals.flush(),
  };
}
