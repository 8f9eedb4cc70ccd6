import type { Knex } from 'knex';
import type { DigestKey, DigestStore } from './DigestStore';

/** Remembers digests in the engine's database. */
export class DatabaseDigestStore implements DigestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async claim(
    { groupRef, week }: DigestKey,
    { leaseMs, now }: { leaseMs: number; now: number },
  ): Promise<boolean> {
    const claimed = await this.#knex('attention_digests')
      .insert({ group_ref: groupRef, week, claimed_until: now + leaseMs })
      .onConflict(['group_ref', 'week'])
      .merge(['claimed_until'])
      .whereNull('attention_digests.sent_at')
      .where(free =>
        free
          .whereNull('attention_digests.claimed_until')
          .orWhere('attention_digests.claimed_until', '<=', now),
      )
      .returning('week');
    return claimed.length > 0;
  }

  async complete(
    { groupRef, week }: DigestKey,
    {
      items,
      recipients,
      now,
    }: { items: number; recipients: number; now: number },
  ): Promise<void> {
    await this.#knex('attention_digests')
      .where({ group_ref: groupRef, week })
      .update({ claimed_until: null, sent_at: now, items, recipients });
  }

  async release({ groupRef, week }: DigestKey): Promise<void> {
    await this.#knex('attention_digests')
      .where({ group_ref: groupRef, week, sent_at: null })
      .update({ claimed_until: null });
  }

  async forgetBefore(week: string): Promise<void> {
    await this.#knex('attention_digests').where('week', '<', week).delete();
  }
}
