import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays } from '../calendar/days';
import { computeFlowItem } from './computeFlowItem';
import { computeWip } from './computeWip';
import { countFlowDays, type FlowDayCount } from './countFlowDays';
import { cumulativeFlow } from './cumulativeFlow';
import { flow2026Definition } from './flowDefinition';
import type { WorkItemFact } from './flowFacts';
import { anyWorkItems, workItem } from './__testUtils__/workItems';

const ZONE = 'Europe/Berlin';
const DAY = 86_400_000;
/** All days on which something may happen to an item, one before them and one after them. */
const DAYS = Array.from({ length: 9 }, (_, index) =>
  addDays('2026-03-26', index),
);

const definitions = (['first', 'last'] as const).map(start => ({
  ...flow2026Definition,
  start,
}));
const itemsOf = (
  facts: readonly WorkItemFact[],
  definition = flow2026Definition,
) => facts.map(fact => computeFlowItem(fact, definition));
const endOf = (day: string) =>
  DateTime.fromISO(day, { zone: ZONE }).endOf('day').toMillis();

/** Merges day rows as a roll-up does. */
function merge(...all: FlowDayCount[][]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { day, metric, bin, count } of all.flat()) {
    const key = `${day} ${metric} ${bin}`;
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return new Map([...sums].filter(([, count]) => count !== 0).sort());
}

describe('the day counts of any work', () => {
  it('of two entities add up to those of their work taken together', () => {
    fc.assert(
      fc.property(anyWorkItems, anyWorkItems, (a, b) => {
        expect(
          merge(
            countFlowDays(itemsOf(a), ZONE),
            countFlowDays(itemsOf(b), ZONE),
          ),
        ).toEqual(merge(countFlowDays(itemsOf([...a, ...b]), ZONE)));
      }),
    );
  });

  it('depend neither on the order of items and changes nor on replays', () => {
    fc.assert(
      fc.property(anyWorkItems, facts => {
        const replayed = [...facts].reverse().map(fact => ({
          ...fact,
          stateChanges: [...fact.stateChanges, ...fact.stateChanges].reverse(),
          periodChanges: [...fact.periodChanges].reverse(),
        }));
        expect(countFlowDays(itemsOf(replayed), ZONE)).toEqual(
          countFlowDays(itemsOf(facts), ZONE),
        );
      }),
    );
  });

  it('move by a week when everything happens a week later', () => {
    const later = (at: number | null) => (at === null ? null : at + 7 * DAY);
    fc.assert(
      fc.property(anyWorkItems, facts => {
        const shifted = facts.map(fact => ({
          ...fact,
          createdAt: later(fact.createdAt),
          startedAt: later(fact.startedAt),
          completedAt: later(fact.completedAt),
          cancelledAt: later(fact.cancelledAt),
          stateChanges: fact.stateChanges.map(({ at, state }) => ({
            at: at + 7 * DAY,
            state,
          })),
        }));
        expect(countFlowDays(itemsOf(shifted), 'UTC')).toEqual(
          countFlowDays(itemsOf(facts), 'UTC').map(row => ({
            ...row,
            day: addDays(row.day, 7),
            week: addDays(row.week, 7),
          })),
        );
      }),
    );
  });

  it.each(definitions)(
    'tell at the end of each day the work in progress that the items tell ($start start)',
    definition => {
      fc.assert(
        fc.property(anyWorkItems, facts => {
          const items = itemsOf(facts, definition);
          const points = cumulativeFlow(
            countFlowDays(items, ZONE),
            DAYS[0],
            DAYS[DAYS.length - 1],
          );
          for (const { day, inProgress, waiting } of points) {
            expect(inProgress + waiting).toBe(
              computeWip(items, endOf(day)).items,
            );
          }
        }),
      );
    },
  );

  it.each(definitions)(
    'draw a cumulative flow whose lines never cross and that loses no item ($start start)',
    definition => {
      fc.assert(
        fc.property(anyWorkItems, fc.constantFrom(...DAYS), (facts, from) => {
          const points = cumulativeFlow(
            countFlowDays(itemsOf(facts, definition), ZONE),
            from,
            DAYS[DAYS.length - 1],
          );
          for (const point of points) {
            const { arrived, started, completed, cancelled } = point;
            expect(arrived).toBeGreaterThanOrEqual(started);
            expect(started).toBeGreaterThanOrEqual(completed);
            expect(arrived - completed - cancelled).toBe(
              point.todo + point.inProgress + point.waiting,
            );
            expect(
              Math.min(point.todo, point.inProgress, point.waiting),
            ).toBeGreaterThanOrEqual(0);
          }
          points.slice(1).forEach((point, index) => {
            expect(point.arrived).toBeGreaterThanOrEqual(points[index].arrived);
            expect(point.started).toBeGreaterThanOrEqual(points[index].started);
            expect(point.completed).toBeGreaterThanOrEqual(
              points[index].completed,
            );
          });
        }),
      );
    },
  );

  it('divide cycle time into its parts, and hold efficiency within 0 and 1', () => {
    fc.assert(
      fc.property(anyWorkItems, facts => {
        for (const item of itemsOf(facts)) {
          const cycle = item.cycleSeconds;
          const parts = [
            item.activeSeconds,
            item.waitingSeconds,
            item.blockedSeconds,
          ].filter(seconds => seconds !== null);
          const sum = parts.reduce((total, seconds) => total + seconds, 0);
          expect([0, 3]).toContain(parts.length);
          expect(parts.length === 3 ? sum : cycle).toBe(cycle);
          expect(Math.min(...parts, 0)).toBe(0);
          expect(item.flowSeconds ?? Infinity).toBeGreaterThanOrEqual(
            Math.max(cycle ?? 0, item.activeSeconds ?? 0),
          );
        }
      }),
    );
  });
});

describe('countFlowDays', () => {
  const at = (text: string) => Date.parse(text);

  it('counts what happened on the day of the zone', () => {
    expect(
      countFlowDays(
        itemsOf([
          workItem({
            category: 'debt',
            effortDays: 1.5,
            createdAt: at('2026-03-01T23:30:00Z'),
            stateChanges: [
              { at: at('2026-03-01T23:30:00Z'), state: 'todo' },
              { at: at('2026-03-03T09:00:00Z'), state: 'active' },
              { at: at('2026-03-03T09:00:10Z'), state: 'done' },
            ],
          }),
        ]),
        ZONE,
      ).map(({ day, week, metric, bin, count }) => [
        day,
        week,
        metric,
        bin,
        count,
      ]),
    ).toEqual([
      ['2026-03-02', '2026-03-02', 'arrived', 0, 1],
      ['2026-03-02', '2026-03-02', 'state:todo', 0, 1],
      ['2026-03-03', '2026-03-02', 'active:debt', 0, 10],
      ['2026-03-03', '2026-03-02', 'completed', 0, 1],
      ['2026-03-03', '2026-03-02', 'completed:debt', 0, 1],
      ['2026-03-03', '2026-03-02', 'completed_with_efficiency', 0, 1],
      ['2026-03-03', '2026-03-02', 'completed_with_effort', 0, 1],
      ['2026-03-03', '2026-03-02', 'completed_with_states', 0, 1],
      ['2026-03-03', '2026-03-02', 'cycle_seconds', 0, 10],
      ['2026-03-03', '2026-03-02', 'cycle_time', 116, 1],
      ['2026-03-03', '2026-03-02', 'efficiency_active_seconds', 0, 10],
      ['2026-03-03', '2026-03-02', 'efficiency_flow_seconds', 0, 120_610],
      ['2026-03-03', '2026-03-02', 'effort:debt', 0, 1_500],
      ['2026-03-03', '2026-03-02', 'flow_time', 590, 1],
      ['2026-03-03', '2026-03-02', 'started', 0, 1],
      ['2026-03-03', '2026-03-02', 'state:done', 0, 1],
      ['2026-03-03', '2026-03-02', 'state:todo', 0, -1],
    ]);
  });

  it('counts defects where they were found, on the day of their arrival', () => {
    expect(
      countFlowDays(
        itemsOf([
          workItem({
            createdAt: at('2026-03-02T09:00:00Z'),
            severity: 'Sev1',
            foundIn: 'production',
          }),
        ]),
        ZONE,
      ).map(({ metric }) => metric),
    ).toContain('defect:production:sev1');
  });

  it('keeps an item that is withdrawn out of everything but what is left out', () => {
    expect(
      countFlowDays(
        itemsOf([
          workItem({ createdAt: at('2026-03-02T09:00:00Z'), withdrawn: true }),
        ]),
        ZONE,
      ).map(({ metric }) => metric),
    ).toEqual(['excluded_cycle_time:withdrawn']);
  });
});
