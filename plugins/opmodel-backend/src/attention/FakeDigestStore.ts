import type { DigestKey, DigestStore } from './DigestStore';

/** What became of a digest. */
export interface FakeDigest extends DigestKey {
  claimedUntil: number | null;
  sentAt: number | null;
  items: number | null;
  recipients: number | null;
}

/** Remembers digests in memory. */
export class FakeDigestStore implements DigestStore {
  digests: FakeDigest[] = [];

  async claim(
    key: DigestKey,
    { leaseMs, now }: { leaseMs: number; now: number },
  ): Promise<boolean> {
    const found = this.#find(key);
    if (!found) {
      this.digests.push({
        ...key,
        claimedUntil: now + leaseMs,
        sentAt: null,
        items: null,
        recipients: null,
      });
      return true;
    }
    const isFree =
      found.sentAt === null &&
      (found.claimedUntil === null || found.claimedUntil <= now);
    if (isFree) {
      found.claimedUntil = now + leaseMs;
    }
    return isFree;
  }

  async complete(
    key: DigestKey,
    {
      items,
      recipients,
      now,
    }: { items: number; recipients: number; now: number },
  ): Promise<void> {
    Object.assign(this.#find(key) ?? {}, {
      claimedUntil: null,
      sentAt: now,
      items,
      recipients,
    });
  }

  async release(key: DigestKey): Promise<void> {
    const found = this.#find(key);
    if (found?.sentAt === null) {
      found.claimedUntil = null;
    }
  }

  async forgetBefore(week: string): Promise<void> {
    this.digests = this.digests.filter(digest => digest.week >= week);
  }

  #find({ groupRef, week }: DigestKey): FakeDigest | undefined {
    return this.digests.find(
      digest => digest.groupRef === groupRef && digest.week === week,
    );
  }
}
