import type { Knex } from 'knex';
import { eachStore } from '../testing/eachStore';
import { DatabaseDigestStore } from './DatabaseDigestStore';
import type { DigestStore } from './DigestStore';
import { type FakeDigest, FakeDigestStore } from './FakeDigestStore';

const now = Date.parse('2026-06-29T09:00:00Z');
const key = { groupRef: 'group:default/shop', week: '2026-06-29' };
const lease = { leaseMs: 60_000, now };
const sent = { items: 3, recipients: 2, now: now + 5 };

interface Stores {
  digests: DigestStore;
  read(): Promise<FakeDigest[]>;
}

async function readRows(knex: Knex): Promise<FakeDigest[]> {
  const rows = await knex('attention_digests').orderBy('week');
  const instant = (value: unknown) => (value === null ? null : Number(value));
  return rows.map(row => ({
    groupRef: row.group_ref,
    week: row.week,
    claimedUntil: instant(row.claimed_until),
    sentAt: instant(row.sent_at),
    items: row.items,
    recipients: row.recipients,
  }));
}

eachStore<Stores>(
  {
    name: 'DigestStore',
    fake() {
      const digests = new FakeDigestStore();
      return { digests, read: async () => digests.digests };
    },
    database: knex => ({
      digests: new DatabaseDigestStore(knex),
      read: () => readRows(knex),
    }),
  },
  createStores => {
    let digests: DigestStore;
    let read: Stores['read'];

    beforeEach(async () => {
      ({ digests, read } = await createStores());
    });

    it('gives a digest to one of those who want it at once', async () => {
      const claims = await Promise.all(
        Array.from({ length: 8 }, () => digests.claim(key, lease)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('gives no digest again that was sent, however much later', async () => {
      await digests.claim(key, lease);
      await digests.complete(key, sent);
      expect(await read()).toEqual([
        {
          ...key,
          claimedUntil: null,
          sentAt: now + 5,
          items: 3,
          recipients: 2,
        },
      ]);
      await digests.release(key);
      expect(
        await digests.claim(key, { ...lease, now: now + 86_400_000 }),
      ).toBe(false);
      expect((await read())[0].sentAt).toBe(now + 5);
    });

    it('gives a digest again that was given back, or whose claim ran out', async () => {
      expect(await digests.claim(key, lease)).toBe(true);
      expect(await digests.claim(key, { ...lease, now: now + 59_999 })).toBe(
        false,
      );
      await digests.release(key);
      expect(await digests.claim(key, { ...lease, now: now + 1 })).toBe(true);
      expect(await digests.claim(key, { ...lease, now: now + 60_001 })).toBe(
        true,
      );
    });

    it('tells groups and weeks apart, and forgets weeks that are long over', async () => {
      const others = [
        { ...key, groupRef: 'group:default/guards' },
        { ...key, week: '2026-06-22' },
      ];
      for (const one of [key, ...others]) {
        expect(await digests.claim(one, lease)).toBe(true);
        await digests.complete(one, sent);
      }
      await digests.forgetBefore('2026-06-29');
      expect((await read()).map(({ week }) => week)).toEqual([
        '2026-06-29',
        '2026-06-29',
      ]);
    });
  },
);
