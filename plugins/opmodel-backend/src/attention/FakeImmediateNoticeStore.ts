import type { ImmediateNotice } from './ImmediateNotices';
import type {
  ClaimedNotice,
  ImmediateNoticeStore,
  NoticeOutcome,
} from './ImmediateNoticeStore';

interface FakeNotice {
  notice: ImmediateNotice;
  requestedAt: number;
  claimedUntil: number;
  attempts: number;
  settledAt: number | null;
}

/** Keeps notices in memory. */
export class FakeImmediateNoticeStore implements ImmediateNoticeStore {
  readonly #notices = new Map<string, FakeNotice>();

  async request(
    notices: readonly ImmediateNotice[],
    { now }: { now: number },
  ): Promise<void> {
    for (const notice of notices) {
      if (!this.#notices.has(notice.id)) {
        this.#notices.set(notice.id, {
          notice,
          requestedAt: now,
          claimedUntil: -Infinity,
          attempts: 0,
          settledAt: null,
        });
      }
    }
  }

  async claim({
    limit,
    leaseMs,
    now,
  }: {
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedNotice[]> {
    return [...this.#notices.values()]
      .filter(
        ({ settledAt, claimedUntil }) =>
          settledAt === null && claimedUntil <= now,
      )
      .sort(
        (a, b) =>
          a.requestedAt - b.requestedAt || (a.notice.id < b.notice.id ? -1 : 1),
      )
      .slice(0, limit)
      .map(kept => {
        kept.claimedUntil = now + leaseMs;
        kept.attempts += 1;
        return { ...kept.notice, attempts: kept.attempts - 1 };
      });
  }

  async settle(
    id: string,
    outcome: NoticeOutcome,
    { now }: { now: number },
  ): Promise<void> {
    const kept = this.#notices.get(id);
    if (!kept) {
      return;
    }
    if (outcome.state === 'retry') {
      kept.claimedUntil = outcome.at;
    } else {
      kept.settledAt = now;
    }
  }

  async deleteSettledBefore(before: number, limit: number): Promise<number> {
    const old = [...this.#notices.values()]
      .filter(({ settledAt }) => settledAt !== null && settledAt < before)
      .slice(0, limit);
    old.forEach(({ notice }) => this.#notices.delete(notice.id));
    return old.length;
  }
}
