import { seesAll, type Visibility } from '../catalog/Visibility';
import { RememberedCounts } from './RememberedCounts';

const refs = (...list: string[]): Visibility => ({
  type: 'refs',
  refs: new Set(list),
});

function setUp(milliseconds: number) {
  let now = 0;
  let counted = 0;
  const counts = new RememberedCounts({
    clock: () => now,
    store: {
      async countRecords() {
        counted += 1;
        now += milliseconds;
        return { count: counted, latestRecordedAt: null };
      },
    },
  });
  return {
    count: async (visibility: Visibility = seesAll) =>
      (await counts.countRecords('deployments', visibility)).count,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('RememberedCounts', () => {
  it('counts anew what is counted quickly', async () => {
    const { count } = setUp(10);
    expect(await count()).toBe(1);
    expect(await count()).toBe(2);
  });

  it('uses a slow count for a hundred times as long as it took, and at most a minute', async () => {
    const quick = setUp(100);
    expect(await quick.count()).toBe(1);
    quick.pass(9_999);
    expect(await quick.count()).toBe(1);
    quick.pass(1);
    expect(await quick.count()).toBe(2);
    const slow = setUp(5_000);
    expect(await slow.count()).toBe(1);
    slow.pass(60_000);
    expect(await slow.count()).toBe(2);
  });

  it('gives nobody the count of somebody who sees something else', async () => {
    const { count } = setUp(1_000);
    expect(await count(seesAll)).toBe(1);
    expect(await count(refs('component:default/a'))).toBe(2);
    expect(await count(refs('component:default/b'))).toBe(3);
    expect(await count(refs('component:default/a'))).toBe(2);
  });

  it('counts once for all who wait, and forgets a failure', async () => {
    let calls = 0;
    const counts = new RememberedCounts({
      clock: () => 0,
      store: {
        async countRecords() {
          calls += 1;
          await new Promise(resolve => setImmediate(resolve));
          if (calls === 1) {
            throw new Error('no database');
          }
          return { count: calls, latestRecordedAt: null };
        },
      },
    });
    const ask = () => counts.countRecords('changes', seesAll);
    await expect(Promise.all([ask(), ask()])).rejects.toThrow('no database');
    expect(calls).toBe(1);
    expect((await ask()).count).toBe(2);
  });
});
