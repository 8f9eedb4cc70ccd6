import { eachStore } from '../../testing/eachStore';
import { DatabaseScorecardDraftStore } from './DatabaseScorecardDraftStore';
import { FakeScorecardDraftStore } from './FakeScorecardDraftStore';
import type {
  ScorecardDraftRecord,
  ScorecardDraftStore,
} from './ScorecardDraftStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const draft: ScorecardDraftRecord = {
  id: 'a',
  scorecardRef: 'scorecard:default/readiness',
  spec: { title: 'Readiness', checks: [{ id: 'ä' }] },
  ownerRef: 'group:default/platform',
  basedOn: 3,
  revision: 1,
  createdBy: 'user:default/jane',
  createdAt: 1_795_000_000_000,
  updatedBy: 'user:default/jane',
  updatedAt: 1_795_000_000_000,
};
const change = {
  spec: { title: 'Ready?' },
  ownerRef: null,
  updatedBy: 'user:default/john',
  updatedAt: 1_795_000_001_000,
};

eachStore<ScorecardDraftStore>(
  {
    name: 'ScorecardDraftStore',
    fake: () => new FakeScorecardDraftStore(),
    database: knex => new DatabaseScorecardDraftStore(knex),
  },
  createStore => {
    it('keeps what is begun, ordered, and one for each scorecard', async () => {
      const store = await createStore();
      const other = { ...draft, id: 'b', scorecardRef: 'scorecard:default/a' };
      await store.add(draft);
      await store.add({ ...other, basedOn: null, ownerRef: null });
      expect(await store.list()).toEqual([
        { ...other, basedOn: null, ownerRef: null },
        draft,
      ]);
      await expect(store.add({ ...draft, id: 'c' })).rejects.toThrow(
        'There is a draft of scorecard:default/readiness already',
      );
      expect(await store.get('c')).toBeUndefined();
    });

    it('saves over what was read and over nothing else', async () => {
      const store = await createStore();
      await store.add(draft);
      const saved = { ...draft, ...change, revision: 2 };
      expect(await store.save('a', { ...change, revision: 1 })).toEqual(saved);
      expect(
        await store.save('a', { ...change, spec: {}, revision: 1 }),
      ).toBeUndefined();
      expect(
        await store.save('none', { ...change, revision: 1 }),
      ).toBeUndefined();
      expect(await store.get('a')).toEqual(saved);
    });

    it('throws a draft away, once or twice, after which another may be begun', async () => {
      const store = await createStore();
      await store.add(draft);
      await store.delete('a');
      await store.delete('a');
      expect(await store.list()).toEqual([]);
      await store.add({ ...draft, id: 'b' });
      expect(await store.get('b')).toEqual({ ...draft, id: 'b' });
    });
  },
);
