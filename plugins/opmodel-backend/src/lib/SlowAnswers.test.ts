import { SlowAnswers } from './SlowAnswers';

function setUp(milliseconds: number) {
  let now = 0;
  let asked = 0;
  const answers = new SlowAnswers<number>({ clock: () => now });
  return {
    ask: (key = 'all') =>
      answers.get(key, async () => {
        asked += 1;
        now += milliseconds;
        return asked;
      }),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('SlowAnswers', () => {
  it('asks anew what is answered quickly', async () => {
    const { ask } = setUp(10);
    expect(await ask()).toBe(1);
    expect(await ask()).toBe(2);
  });

  it('uses a slow answer for a hundred times as long as it took', async () => {
    const { ask, pass } = setUp(100);
    expect(await ask()).toBe(1);
    pass(9_899);
    expect(await ask()).toBe(1);
    pass(1);
    expect(await ask()).toBe(2);
  });

  it('gives no answer to a question that is more than a minute old', async () => {
    const { ask, pass } = setUp(5_000);
    expect(await ask()).toBe(1);
    pass(54_999);
    expect(await ask()).toBe(1);
    pass(1);
    expect(await ask()).toBe(2);
  });

  it('keeps what is asked apart', async () => {
    const { ask } = setUp(1_000);
    expect(await ask('a')).toBe(1);
    expect(await ask('b')).toBe(2);
    expect(await ask('a')).toBe(1);
  });

  it('asks once for all who wait, and forgets a failure', async () => {
    let calls = 0;
    const answers = new SlowAnswers<number>({ clock: () => 0 });
    const ask = () =>
      answers.get('all', async () => {
        calls += 1;
        await new Promise(resolve => setImmediate(resolve));
        if (calls === 1) {
          throw new Error('no database');
        }
        return calls;
      });
    await expect(Promise.all([ask(), ask()])).rejects.toThrow('no database');
    expect(calls).toBe(1);
    expect(await ask()).toBe(2);
  });
});
