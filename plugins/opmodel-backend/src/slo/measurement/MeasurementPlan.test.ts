import {
  DAY,
  definitionOf,
  HOUR,
  MINUTE,
  noon,
  objectiveOf,
} from '../testing/slos';
import { planMeasurement, stepOf } from './MeasurementPlan';

const settings = { backfillMs: 30 * DAY, overlapMs: HOUR, stepMs: 7 * DAY };

const plan = (
  given: Partial<Parameters<typeof planMeasurement>[0]>,
  { now = noon, countsFrom = null as number | null } = {},
) =>
  planMeasurement(
    {
      sloRef: 'slo:default/a',
      measuredUntil: null,
      againFrom: null,
      measuredAt: null,
      failures: 0,
      recount: false,
      token: 'a',
      ...given,
    },
    settings,
    { now, countsFrom },
  );

describe('planMeasurement', () => {
  it('begins as far back as is configured, and goes in steps', () => {
    expect(plan({})).toEqual({
      from: noon - 30 * DAY,
      to: noon - 23 * DAY,
      isBehind: true,
      isAgain: false,
      againFrom: null,
    });
    expect(plan({ measuredUntil: noon - 23 * DAY })).toMatchObject({
      from: noon - 23 * DAY - HOUR,
      to: noon - 16 * DAY,
      isBehind: true,
    });
  });

  it('ends with the last full bucket', () => {
    const now = noon + 9 * MINUTE + 59_999;
    expect(plan({ measuredUntil: noon }, { now })).toMatchObject({
      from: noon - HOUR,
      to: noon + 5 * MINUTE,
      isBehind: false,
    });
  });

  it('never goes back before the present indicator', () => {
    const countsFrom = noon - 10 * MINUTE;
    expect(plan({ measuredUntil: noon }, { countsFrom }).from).toBe(countsFrom);
    expect(plan({}, { countsFrom })).toMatchObject({
      from: countsFrom,
      to: noon,
    });
  });

  it('asks again since all of it was measured, as long as something fails', () => {
    const measuredAt = noon - 5 * DAY + 7;
    expect(plan({ measuredUntil: noon, measuredAt, failures: 3 })).toEqual({
      from: noon - 5 * DAY - HOUR,
      to: noon,
      isBehind: false,
      isAgain: true,
      againFrom: null,
    });
    expect(plan({ measuredUntil: noon, measuredAt }).from).toBe(noon - HOUR);
  });

  it('goes first through what is asked for again, in steps', () => {
    const measured = { measuredUntil: noon, measuredAt: noon };
    expect(plan({ ...measured, againFrom: noon - 10 * DAY })).toEqual({
      from: noon - 10 * DAY,
      to: noon - 3 * DAY,
      isBehind: true,
      isAgain: true,
      againFrom: noon - 3 * DAY,
    });
    expect(plan({ ...measured, againFrom: noon - 3 * DAY })).toEqual({
      from: noon - 3 * DAY,
      to: noon,
      isBehind: false,
      isAgain: true,
      againFrom: null,
    });
    expect(plan({ ...measured, againFrom: 0 }).from).toBe(noon - 30 * DAY);
    expect(
      plan({
        measuredUntil: noon,
        measuredAt: noon - 2 * DAY,
        failures: 1,
        againFrom: noon - DAY,
      }),
    ).toMatchObject({ from: noon - 2 * DAY - HOUR, againFrom: null });
  });

  it('asks for nothing where the clock went back', () => {
    const { from, to } = plan({ measuredUntil: noon + 2 * HOUR });
    expect(from).toBe(to);
  });
});

describe('stepOf', () => {
  const slicedOf = (...lengths: number[]) =>
    definitionOf('slo:default/a', {
      budgetingMethod: 'RatioTimeslices',
      objectives: lengths.map((timeSliceSeconds, index) =>
        objectiveOf({ index, timeSliceSeconds }),
      ),
    });

  it('is shorter where an objective has slices of one minute', () => {
    expect(stepOf(slicedOf(300, 900), settings)).toBe(7 * DAY);
    expect(stepOf(slicedOf(300, 60), settings)).toBe((7 * DAY) / 5);
  });

  it('is longer than what is measured again, so that a way back is gone to its end', () => {
    expect(stepOf(slicedOf(60), { stepMs: 4 * HOUR, overlapMs: HOUR })).toBe(
      2 * HOUR,
    );
    expect(stepOf(slicedOf(60), { stepMs: HOUR, overlapMs: HOUR })).toBe(HOUR);
  });
});
