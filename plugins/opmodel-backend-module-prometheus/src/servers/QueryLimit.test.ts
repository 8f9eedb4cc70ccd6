import { setTimeout as delay } from 'node:timers/promises';
import { QueryLimit } from './QueryLimit';

describe('QueryLimit', () => {
  it('runs so many tasks at a time, in their order, whatever becomes of them', async () => {
    const limit = new QueryLimit(2);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 7 }, (_, index) =>
        limit.run(async () => {
          started.push(index);
          running += 1;
          most = Math.max(most, running);
          await delay(index % 3);
          running -= 1;
          if (index % 2) {
            throw new Error(`${index}`);
          }
          return index;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(outcomes.map(({ status }) => status)).toEqual(
      outcomes.map((_, index) => (index % 2 ? 'rejected' : 'fulfilled')),
    );
    // Everybody has given back a place.
    await Promise.all([limit.run(() => delay(1)), limit.run(() => delay(1))]);
  });
});
