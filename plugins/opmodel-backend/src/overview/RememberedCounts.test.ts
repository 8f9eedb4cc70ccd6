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

  it('uses a slow count for a while', async () => {
    const { count, pass } = setUp(100);
    expect(await count()).toBe(1);
    pass(9_000);
    expect(await count()).toBe(1);
    pass(1_000);
    expect(await count()).toBe(2);
  });

  it('gives nobody the count of somebody who sees something else', async () => {
    const { count } = setUp(1_000);
    expect(await count(seesAll)).toBe(1);
    expect(await count(refs('component:default/a'))).toBe(2);
    expect(await count(refs('component:default/b'))).toBe(3);
    expect(await count(refs('component:default/a'))).toBe(2);
  });
});
