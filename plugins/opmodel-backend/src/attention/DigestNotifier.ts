import type { AttentionItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { DigestSettings } from './digestSettings';
import { isMissingBackend } from './isMissingBackend';
import type { Team } from './TeamDirectory';

/** What a group is told once a week. */
export interface Digest {
  team: Team;
  /** Monday of the ISO week. */
  week: string;
  /** What needs the group, whatever its members may see. */
  items: readonly AttentionItem[];
}

/** Tells people. */
export interface DigestNotifier {
  /**
   * Sends a digest; sending it again changes nothing for who has it already.
   *
   * @throws NoNotificationsError where the portal has no notifications
   */
  send(digest: Digest): Promise<void>;
}

/** The portal has nothing to send notifications with. */
export class NoNotificationsError extends Error {
  name = 'NoNotificationsError' as const;
}

/** Users can turn the digest off by it. */
const TOPIC = 'Weekly digest of what needs my teams';

/**
 * Tells people with the portal's notifications.
 *
 * Nobody's permissions can be asked for without that person, and what somebody may not see is in no count. So a digest says that
 * something waits, and the page that it leads to shows what of it the reader may see.
 */
export class PortalDigestNotifier implements DigestNotifier {
  readonly #notifications: NotificationService;
  readonly #settings: Pick<DigestSettings, 'counts' | 'link'>;

  constructor(options: {
    notifications: NotificationService;
    settings: Pick<DigestSettings, 'counts' | 'link'>;
  }) {
    this.#notifications = options.notifications;
    this.#settings = options.settings;
  }

  async send({ team, week, items }: Digest): Promise<void> {
    const { counts, link } = this.#settings;
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef: team.members },
        payload: {
          title: `What needs ${team.title} this week`,
          description: `${
            counts ? count(items) : 'Something waits for the team.'
          } The page shows what of it you may see.`,
          link,
          severity: 'normal',
          topic: TOPIC,
          // One that was sent before somebody could remember it is replaced, not doubled.
          scope: `opmodel:attention-digest:${team.ref}:${week}`,
        },
      });
    } catch (error) {
      if (isMissingBackend(error)) {
        throw new NoNotificationsError('The portal has no notifications');
      }
      throw error;
    }
  }
}

function count(items: readonly AttentionItem[]): string {
  const urgent = items.filter(({ urgency }) => urgency !== 'later').length;
  const waits =
    items.length === 1
      ? '1 thing waits for the team'
      : `${items.length} things wait for the team`;
  return urgent === 0 ? `${waits}.` : `${waits}, ${urgent} of them soon.`;
}
