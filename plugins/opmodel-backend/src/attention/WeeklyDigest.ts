import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  addDays,
  type AttentionItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { organisationScope } from '../catalog/scopesOf';
import { seesAll } from '../catalog/Visibility';
import type { Subject } from '../subjects';
import { type DigestNotifier, NoNotificationsError } from './DigestNotifier';
import { type DigestSettings, weekDue } from './digestSettings';
import type { DigestStore } from './DigestStore';
import type { Team, TeamDirectory } from './TeamDirectory';

/** How long others leave alone what is being sent. Milliseconds. */
const LEASE_MS = 10 * 60_000;
/** Days after which nobody asks any more what was sent. */
const REMEMBERED_DAYS = 91;

/** Tells each group once a week that something needs it. A group that nothing needs hears nothing. */
export class WeeklyDigest {
  readonly #options: {
    subjects: readonly Pick<Subject, 'listAttention'>[];
    store: DigestStore;
    teams: TeamDirectory;
    notifier: DigestNotifier;
    settings: Pick<DigestSettings, 'weekday' | 'hour'>;
    zone: string;
    logger: LoggerService;
    clock: () => number;
  };

  constructor(options: {
    subjects: readonly Pick<Subject, 'listAttention'>[];
    store: DigestStore;
    teams: TeamDirectory;
    notifier: DigestNotifier;
    settings: Pick<DigestSettings, 'weekday' | 'hour'>;
    /** IANA zone of the calendar. */
    zone: string;
    logger: LoggerService;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * Sends what is due and was not sent. Call it often: it does nothing at other times.
   *
   * @throws when a group could not be told; it is tried again with the next call, until it is too late
   */
  async send(signal: AbortSignal): Promise<void> {
    const { store, settings, zone, clock } = this.#options;
    const week = weekDue(settings, clock(), zone);
    // What comes up later in the week waits for the next digest, so the run as a whole is remembered as well.
    const run = { groupRef: organisationScope, week: week ?? '' };
    if (
      week === undefined ||
      !(await store.claim(run, { leaseMs: LEASE_MS, now: clock() }))
    ) {
      return;
    }
    try {
      await store.forgetBefore(addDays(week, -REMEMBERED_DAYS));
      await store.complete(run, {
        ...(await this.#sendAll(week, signal)),
        now: clock(),
      });
    } catch (error) {
      await store.release(run);
      throw error;
    }
  }

  async #sendAll(
    week: string,
    signal: AbortSignal,
  ): Promise<{ items: number; recipients: number }> {
    const { teams, logger } = this.#options;
    const itemsOf = await this.#listByGroup();
    const told = { items: 0, recipients: 0 };
    const failures: unknown[] = [];
    for (const team of await teams.list([...itemsOf.keys()])) {
      signal.throwIfAborted();
      const items = itemsOf.get(team.ref)!;
      try {
        told.recipients += await this.#sendTo(team, week, items);
        told.items += items.length;
      } catch (error) {
        if (error instanceof NoNotificationsError) {
          logger.warn(
            'No weekly digest is sent, because the portal has no notifications; opmodel.attention.digest.enabled: false turns it off',
          );
          return told;
        }
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      throw new Error(
        `${failures.length} groups could not be told what needs them; of the first: ${failures[0]}`,
      );
    }
    return told;
  }

  /** What needs each group. All of it: the digest itself tells nothing of it. */
  async #listByGroup(): Promise<Map<string, AttentionItem[]>> {
    const reported = await Promise.all(
      this.#options.subjects.map(subject => subject.listAttention(seesAll)),
    );
    const byGroup = new Map<string, AttentionItem[]>();
    for (const item of reported.flat()) {
      const { ownerRef } = item;
      if (ownerRef?.startsWith('group:')) {
        const items = byGroup.get(ownerRef) ?? [];
        items.push(item);
        byGroup.set(ownerRef, items);
      }
    }
    return byGroup;
  }

  /** @returns how many were told now */
  async #sendTo(
    team: Team,
    week: string,
    items: AttentionItem[],
  ): Promise<number> {
    const { store, notifier, clock } = this.#options;
    const key = { groupRef: team.ref, week };
    if (!(await store.claim(key, { leaseMs: LEASE_MS, now: clock() }))) {
      return 0;
    }
    try {
      if (team.members.length > 0) {
        await notifier.send({ team, week, items });
      }
    } catch (error) {
      await store.release(key);
      throw error;
    }
    const recipients = team.members.length;
    await store.complete(key, {
      items: items.length,
      recipients,
      now: clock(),
    });
    return recipients;
  }
}
