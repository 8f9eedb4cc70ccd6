import { addDays } from '@opmodel/backstage-plugin-opmodel-common';
import { createForecastRetention } from './flowRetention';
import { FakeForecastStore } from './forecasts/FakeForecastStore';

const scopeRef = 'org';

describe('retention of kept forecasts', () => {
  it('forgets what was scored and made before the limit, and nothing that is still to come true', async () => {
    const forecasts = new FakeForecastStore();
    const madeOn = (weeks: number) => addDays('2026-01-05', 7 * weeks);
    await forecasts.keep(
      [0, 1, 2, 3].map(week => ({
        scopeRef,
        madeOn: madeOn(week),
        dueOn: week === 1 ? '2030-01-01' : addDays(madeOn(week), 13),
        kind: 'how_many' as const,
        horizon: 14,
        items: null,
        percentiles: [{ confidence: 0.5, value: 9 }],
        seed: 1,
        calculation: 'flow-2026/1/UTC/1',
      })),
      { now: 1 },
    );
    for (const { id } of await forecasts.listDue('2029-12-31', 10)) {
      const score = { outcome: 9, uncounted: false, metConfidence: 0.5 };
      await forecasts.score(id, score, { now: 2 });
    }
    const rule = createForecastRetention({
      forecasts,
      zone: 'Pacific/Kiritimati',
    });
    const keepFrom = (time: string) =>
      rule.deleteBatch({
        before: Date.parse(`${madeOn(2)}T${time}:00Z`),
        limit: 10,
      });
    expect(await keepFrom('09:00')).toBe(1);
    // In the zone the next day has begun.
    expect(await keepFrom('10:00')).toBe(1);
    const { items } = await forecasts.list(scopeRef, { limit: 10 });
    expect(items.map(kept => kept.madeOn)).toEqual([madeOn(3), madeOn(1)]);
  });
});
