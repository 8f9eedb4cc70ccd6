import {
  countDays,
  type LadderCount,
  ownership2026Definition as definition,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { LadderChange } from './OwnershipStore';
import {
  type CoverageEvidence,
  explainCoverage,
  summarizeCoverage,
} from './ownershipSummary';
import { trendDays } from './trendDays';

const window = { from: '2026-01-01', to: '2026-03-31' };

/** One entity that reaches a number of rungs from a day on, and perhaps another number from a later one. */
const someEntity = fc
  .record({
    tier: fc.constantFrom(null, '1', '2'),
    from: fc.integer({ min: 1, max: 28 }),
    reached: fc.integer({ min: 0, max: 7 }),
    then: fc.option(fc.integer({ min: 0, max: 7 })),
  })
  .map(({ tier, from, reached, then }): LadderChange[] => {
    const day = `2026-01-${String(from).padStart(2, '0')}`;
    return [
      { day, tier, reached, entities: 1 },
      ...(then === null
        ? []
        : [
            { day: '2026-02-10', tier, reached, entities: -1 },
            { day: '2026-02-10', tier, reached: then, entities: 1 },
          ]),
    ];
  });
const someEntities = fc.array(someEntity, { maxLength: 30 });

const summarize = (
  entities: LadderChange[][],
  evidence: Partial<CoverageEvidence> = {},
) =>
  summarizeCoverage(
    {
      changes: entities.flat(),
      gaps: new Map(),
      definitionChanges: [],
      ...evidence,
    },
    definition,
    window,
  );

describe('the summary of ownership', () => {
  it('of the whole is that of its parts put together, at each day and for each rung', () => {
    fc.assert(
      fc.property(someEntities, someEntities, (one, other) => {
        const whole = summarize([...one, ...other]);
        const parts = [summarize(one), summarize(other)];
        const sum = (read: (part: typeof whole) => number) =>
          parts.reduce((total, part) => total + read(part), 0);
        expect(whole.coverage.entities).toBe(
          sum(({ coverage }) => coverage.entities),
        );
        expect(whole.coverage.full).toBe(sum(({ coverage }) => coverage.full));
        whole.trend.forEach((point, at) => {
          expect(point.entities).toBe(sum(({ trend }) => trend[at].entities));
          expect(point.rungs).toEqual(
            point.rungs.map((_, rung) =>
              sum(({ trend }) => trend[at].rungs[rung]),
            ),
          );
          // Whoever reaches a rung has reached those below.
          expect([...point.rungs].sort((a, b) => b - a)).toEqual(point.rungs);
        });
        expect(whole.trend.at(-1)).toMatchObject({
          entities: whole.coverage.entities,
          full: whole.coverage.full,
        });
      }),
    );
  });

  it('says nothing of days on which nothing was known', () => {
    const { trend, change } = summarize([
      [{ day: '2026-02-01', tier: null, reached: 7, entities: 1 }],
    ]);
    expect(trend[0]).toMatchObject({ entities: 0, share: null });
    expect(trend.at(-1)).toMatchObject({ entities: 1, share: 1 });
    expect(change).toBeNull();
  });

  it('marks the point since which another definition counts', () => {
    const { trend } = summarize([], { definitionChanges: ['2026-02-10'] });
    expect(
      trend.filter(point => point.definitionChanged).map(({ day }) => day),
    ).toEqual([trend.find(({ day }) => day >= '2026-02-10')!.day]);
  });

  it('is explained by figures that give the shares', () => {
    const counts: LadderCount[] = [
      { tier: '1', reached: 7, entities: 2 },
      { tier: '1', reached: 3, entities: 1 },
      { tier: null, reached: 7, entities: 3 },
      { tier: null, reached: 0, entities: 4 },
    ];
    const explained = explainCoverage(counts, definition, {
      kindNotOwned: 3,
      lifecycleLeftOut: 2,
    });
    const figure = (label: string) =>
      explained.figures.find(one => one.label === label)!.value!;
    expect(figure('share')).toBe(figure('full') / figure('entities'));
    expect(figure('weighted-share')).toBe(
      figure('full-weight') / figure('weight'),
    );
    expect(figure('weighted-share')).toBe(11 / 19);
    expect(explained.weights).toEqual([
      { tier: '1', weight: 4, entities: 3, full: 2 },
      { tier: null, weight: 1, entities: 7, full: 3 },
    ]);
    expect(explained.excluded.map(({ count }) => count)).toEqual([3, 2]);
  });
});

describe('the days of a trend', () => {
  it('are at most 53, equally far apart, inside the window and up to its end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_095 }), days => {
        const from = '2023-04-01';
        const to = new Date(Date.parse(from) + days * 86_400_000)
          .toISOString()
          .slice(0, 10);
        const points = trendDays({ from, to });
        expect(points.length).toBeLessThanOrEqual(53);
        expect(points.at(-1)).toBe(to);
        expect(points[0] >= from).toBe(true);
        const steps = points
          .slice(1)
          .map((day, at) => countDays(points[at], day));
        expect(new Set(steps).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
