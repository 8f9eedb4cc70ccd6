import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { isMissingBackend } from './isMissingBackend';
import type { ImmediateSettings } from './immediateSettings';
import type {
  ClaimedNotice,
  ImmediateNoticeStore,
} from './ImmediateNoticeStore';
import type { TeamDirectory } from './TeamDirectory';

/** How long others leave alone what is being sent. Milliseconds. */
const LEASE_MS = 60_000;
/** Notices that are sent together. */
const AT_ONCE = 20;
/** How often a notice is tried. Later it is no news any more. */
const MOST_ATTEMPTS = 5;
/** Until the next try; twice as long each time. Milliseconds. */
const FIRST_RETRY_MS = 30_000;

/**
 * Tells the direct members of a group at once. Each notice is taken by one replica, which sends it and says so; when the replica dies in
 * between, another takes it once the lease has run out. What was sent before a death replaces itself in the portal, because it has the
 * same scope.
 */
export class ImmediateNotifier {
  readonly #options: {
    store: ImmediateNoticeStore;
    teams: TeamDirectory;
    notifications: NotificationService;
    settings: Pick<ImmediateSettings, 'names'>;
    logger: LoggerService;
    clock: () => number;
  };

  constructor(options: {
    store: ImmediateNoticeStore;
    teams: TeamDirectory;
    notifications: NotificationService;
    settings: Pick<ImmediateSettings, 'names'>;
    logger: LoggerService;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * Sends what is to be sent.
   *
   * @throws when something could not be; all else was
   */
  async send(signal: AbortSignal): Promise<void> {
    const { store, clock } = this.#options;
    const failures: unknown[] = [];
    for (;;) {
      const claimed = await store.claim({
        limit: AT_ONCE,
        leaseMs: LEASE_MS,
        now: clock(),
      });
      for (const notice of claimed) {
        signal.throwIfAborted();
        await this.#send(notice, failures);
      }
      if (claimed.length < AT_ONCE) {
        break;
      }
    }
    if (failures.length > 0) {
      throw new Error(
        `${failures.length} notices could not be sent; the first: ${failures[0]}`,
      );
    }
  }

  async #send(notice: ClaimedNotice, failures: unknown[]): Promise<void> {
    const { store, logger, clock } = this.#options;
    const { id, attempts } = notice;
    try {
      const recipients = await this.#tell(notice);
      await store.settle(id, { state: 'sent', recipients }, { now: clock() });
    } catch (error) {
      const now = clock();
      if (isMissingBackend(error)) {
        logger.warn(
          'Nobody is told at once, because the portal has no notifications; opmodel.attention.immediate.enabled: false turns it off',
        );
      } else {
        failures.push(error);
      }
      const isLast = isMissingBackend(error) || attempts + 1 >= MOST_ATTEMPTS;
      await store.settle(
        id,
        isLast
          ? { state: 'given_up', error: String(error) }
          : {
              state: 'retry',
              at: now + FIRST_RETRY_MS * 2 ** attempts,
              error: String(error),
            },
        { now },
      );
    }
  }

  /** @returns how many were told */
  async #tell(notice: ClaimedNotice): Promise<number> {
    const { notifications, settings } = this.#options;
    const { title, namelessTitle, description, link, severity } = notice;
    const recipients = await this.#recipientsOf(notice.ownerRef);
    if (recipients.length > 0) {
      await notifications.send({
        recipients: { type: 'entity', entityRef: recipients },
        payload: {
          ...(settings.names
            ? { title, description, link }
            : { title: namelessTitle, link: '/' }),
          severity,
          topic: notice.topic,
          scope: notice.scope,
        },
      });
    }
    return recipients.length;
  }

  async #recipientsOf(ownerRef: string): Promise<string[]> {
    if (ownerRef.startsWith('user:')) {
      return [ownerRef];
    }
    const [team] = await this.#options.teams.list([ownerRef]);
    return team?.members ?? [];
  }
}
