import { tellHowMany, tellWhen } from './Forecasting';
import { ForecastMemory } from './ForecastMemory';

// Millions of draws, on a machine that may be busy.
jest.setTimeout(60_000);

const startDay = '2026-03-02';
/** One item in ninety days: a trial goes on for months. */
const rarely = {
  dailyThroughput: [...Array.from({ length: 89 }, () => 0), 1],
};

describe('a forecast', () => {
  it('lets the process do other things while it is drawn', async () => {
    let turns = 0;
    let isDrawn = false;
    const countTurns = () => {
      turns += 1;
      if (!isDrawn) {
        setImmediate(countTurns);
      }
    };
    countTurns();
    await tellWhen(rarely, { items: 1, startDay, seed: 1 });
    const turnsOfWhen = turns;
    await tellHowMany(rarely, { by: '2026-05-31', startDay, seed: 1 });
    isDrawn = true;
    // Ten thousand trials of some ninety days each, with a turn for others about every hundred thousand days.
    expect(turnsOfWhen).toBeGreaterThan(5);
    expect(turns - turnsOfWhen).toBeGreaterThan(5);
  });

  it('is drawn once for the same history, seed and question', async () => {
    const draw = { when: jest.fn(tellWhen), howMany: jest.fn(tellHowMany) };
    const memory = new ForecastMemory(draw);
    const busy = { dailyThroughput: [1, 2, 0] };
    const when = { items: 5, startDay, seed: 1 };
    const howMany = { by: '2026-03-20', startDay, seed: 1 };

    const [first, second] = await Promise.all([
      memory.tellWhen(busy, when),
      memory.tellWhen({ dailyThroughput: [1, 2, 0] }, { ...when }),
    ]);
    expect(first).toEqual(await tellWhen(busy, when));
    expect(second).toEqual(first);
    expect(await memory.tellHowMany(busy, howMany)).toEqual(
      await tellHowMany(busy, howMany),
    );
    await memory.tellHowMany(busy, howMany);
    expect(draw.when).toHaveBeenCalledTimes(1);
    expect(draw.howMany).toHaveBeenCalledTimes(1);
  });

  it('is drawn anew from another history, as of whoever sees less', async () => {
    const memory = new ForecastMemory();
    const when = { items: 4, startDay, seed: 1 };
    const whole = { dailyThroughput: [3, 2, 0] };
    const part = { dailyThroughput: [1, 0, 0] };
    for (const question of [
      when,
      { ...when, items: 5 },
      { ...when, seed: 2 },
      { ...when, startDay: '2026-03-03' },
    ]) {
      for (const history of [whole, part]) {
        expect(await memory.tellWhen(history, question)).toEqual(
          await tellWhen(history, question),
        );
      }
    }
  });
});
