import { eachStore } from '../../testing/eachStore';
import type { AttestationRecord, AttestationStore } from './AttestationStore';
import { DatabaseAttestationStore } from './DatabaseAttestationStore';
import { FakeAttestationStore } from './FakeAttestationStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const now = Date.parse('2026-11-22T12:00:00Z');
const cart = 'component:default/cart';
const mail = 'component:default/mail';

function wordOf(
  id: string,
  given: Partial<AttestationRecord> = {},
): AttestationRecord {
  return {
    id,
    entityRef: cart,
    name: 'accessReview',
    holds: true,
    comment: 'Looked through all accounts – ä 😀',
    attestedBy: 'user:default/ada',
    attestedAt: now,
    expiresAt: now + 1_000,
    supersededAt: null,
    ...given,
  };
}

eachStore<AttestationStore>(
  {
    name: 'AttestationStore',
    fake: () => new FakeAttestationStore(),
    database: knex => new DatabaseAttestationStore(knex),
  },
  createStore => {
    it('gives the last word about each entity and name', async () => {
      const store = await createStore();
      const given = [
        wordOf('1'),
        wordOf('2', { name: 'drill', holds: false }),
        wordOf('3', { attestedAt: now + 5, holds: false }),
        wordOf('4', { entityRef: mail }),
      ];
      for (const one of given) {
        await store.add(one);
      }
      expect(await store.listLast([mail, cart, 'component:default/x'])).toEqual(
        [given[2], given[1], given[3]],
      );
      expect(await store.listLast([mail])).toEqual([given[3]]);
      expect(await store.listLast([])).toEqual([]);
    });

    it('knows of which entities a word was given or ended, page by page', async () => {
      const store = await createStore();
      await store.add(wordOf('1', { attestedAt: now - 500, expiresAt: now }));
      await store.add(wordOf('2', { entityRef: mail, attestedAt: now + 10 }));
      await store.add(
        wordOf('3', {
          entityRef: 'component:default/a',
          attestedAt: now - 500,
          expiresAt: now + 500,
        }),
      );
      // What was superseded changes nothing when its time is over.
      await store.add(wordOf('4', { name: 'drill', attestedAt: now - 900 }));
      await store.add(
        wordOf('5', {
          name: 'drill',
          attestedAt: now - 800,
          expiresAt: now + 9_000,
        }),
      );
      const all = { limit: 10 };
      const changed = (after: number, upTo: number) =>
        store.listChanged({ after: now + after, upTo: now + upTo }, all);
      expect(await changed(-1, 0)).toEqual([cart]);
      expect(await changed(0, 10)).toEqual([mail]);
      expect(await changed(-600, 499)).toEqual([
        'component:default/a',
        cart,
        mail,
      ]);
      expect(await changed(10, 499)).toEqual([]);
      expect(await changed(999, 1_000)).toEqual([mail]);
      const span = { after: now - 600, upTo: now + 499 };
      expect(await store.listChanged(span, { limit: 2 })).toEqual([
        'component:default/a',
        cart,
      ]);
      expect(await store.listChanged(span, { limit: 2, after: cart })).toEqual([
        mail,
      ]);
    });
  },
);
