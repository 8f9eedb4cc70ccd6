import { WorkingCalendar } from '../calendar/WorkingCalendar';
import { weekdays } from '../calendar/workingDays';
import { computeFlowItem } from './computeFlowItem';
import { computeAges } from './computeWip';
import { flow2026Definition } from './flowDefinition';
import type { WorkItemFact } from './flowFacts';
import { secondsIn } from './itemPhases';
import { workItem } from './__testUtils__/workItems';

const DAY = 86_400;
/** Of March 2026, which began on a Sunday. */
const day = (number: number) => Date.UTC(2026, 2, number);

const workingTime = new WorkingCalendar('UTC', {
  weekdays: weekdays.slice(0, 5),
  holidays: [{ from: '2026-03-10', to: '2026-03-10', name: 'Founders' }],
});

const compute = (fact: Partial<WorkItemFact>) =>
  computeFlowItem(workItem(fact), flow2026Definition, workingTime);

describe('flow in working time', () => {
  it('leaves days off out of every duration, and the parts still add up', () => {
    expect(
      compute({
        createdAt: day(4),
        stateChanges: [
          { at: day(5), state: 'active' },
          { at: day(6), state: 'waiting' },
          { at: day(9), state: 'blocked' },
          { at: day(11), state: 'active' },
          { at: day(12), state: 'done' },
        ],
      }),
    ).toMatchObject({
      flowSeconds: 5 * DAY,
      cycleSeconds: 4 * DAY,
      activeSeconds: 2 * DAY,
      // Friday, of three days; Monday, of two with the holiday.
      waitingSeconds: DAY,
      blockedSeconds: DAY,
    });
  });

  it('counts what was begun and done on a day off as zero', () => {
    expect(
      compute({ createdAt: day(7), startedAt: day(7), completedAt: day(8) }),
    ).toMatchObject({
      cycleSeconds: 0,
      cycleTimeExclusion: null,
      flowSeconds: 0,
    });
  });

  it('does not age work over the weekend', () => {
    const items = [compute({ startedAt: day(6) })];
    const ageOn = (number: number) =>
      computeAges(items, day(number), 2 * DAY, workingTime);
    expect(ageOn(7)).toMatchObject({ oldest: DAY, beyondExpectation: 0 });
    expect(ageOn(9)).toMatchObject({ oldest: DAY, beyondExpectation: 0 });
    expect(ageOn(12)).toMatchObject({ oldest: 3 * DAY, beyondExpectation: 1 });
  });

  it('measures a phase that lasts to the clock', () => {
    const { phases } = compute({
      stateChanges: [{ at: day(6), state: 'blocked' }],
    });
    expect(secondsIn(phases, 'blocked', { clock: day(9), workingTime })).toBe(
      DAY,
    );
  });
});
