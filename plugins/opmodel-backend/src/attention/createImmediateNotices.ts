import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { RetentionRule } from '../retention/RetentionRule';
import type { SubjectTask } from '../subjects';
import type { ImmediateNotices } from './ImmediateNotices';
import type { ImmediateNoticeStore } from './ImmediateNoticeStore';
import { ImmediateNotifier } from './ImmediateNotifier';
import { readImmediateSettings } from './immediateSettings';
import type { TeamDirectory } from './TeamDirectory';

/** Days after which nobody asks any more what was sent. */
const REMEMBERED_DAYS = 91;

/** What telling people at once adds to the engine. */
export interface ImmediateEngine {
  notices: ImmediateNotices;
  tasks: SubjectTask[];
  retention: RetentionRule;
}

/** Puts together what tells people at once. Where it is switched off, nothing is noted either, so that nothing is late when it is on. */
export function createImmediateNotices(options: {
  store: ImmediateNoticeStore;
  teams: TeamDirectory;
  notifications: NotificationService;
  config: RootConfigService;
  logger: LoggerService;
  scheduler: SchedulerService;
  /** Epoch milliseconds. */
  clock: () => number;
}): ImmediateEngine {
  const { store, config, scheduler } = options;
  const settings = readImmediateSettings(config);
  const notifier = new ImmediateNotifier({ ...options, settings });
  return {
    notices: settings.enabled ? store : { request: async () => {} },
    tasks: settings.enabled
      ? [
          {
            id: 'opmodel-attention-immediate',
            // On every replica: each notice is taken by one of them, and a replica that dies keeps nobody waiting.
            runner: scheduler.createScheduledTaskRunner({
              frequency: { seconds: 15 },
              timeout: { minutes: 2 },
              initialDelay: { seconds: 5 },
              scope: 'local',
            }),
            run: signal => notifier.send(signal),
          },
        ]
      : [],
    retention: {
      id: 'immediate-notices',
      title: 'What was told at once',
      defaultKeepDays: REMEMBERED_DAYS,
      minimumKeepDays: 7,
      deleteBatch: ({ before, limit }) =>
        store.deleteSettledBefore(before, limit),
    },
  };
}
