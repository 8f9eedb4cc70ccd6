import { mockServices } from '@backstage/backend-test-utils';
import { readEvaluationSettings } from '../evaluation/evaluationSettings';
import { DAY, HOUR, MINUTE } from '../testing/slos';
import { readMeasurementSettings } from './measurementSettings';

const configOf = (opmodel: object) =>
  mockServices.rootConfig({ data: { opmodel } });
const read = (measurement: object, more: object = {}) =>
  readMeasurementSettings(configOf({ slo: { measurement }, ...more }));

describe('settings of service levels', () => {
  it('work without any configuration', () => {
    expect(readMeasurementSettings(configOf({}))).toEqual({
      frequencyMs: MINUTE,
      parallel: 4,
      backfillMs: 30 * DAY,
      stepMs: 7 * DAY,
      overlapMs: HOUR,
      budgetShare: 0.5,
    });
    expect(readEvaluationSettings(configOf({}))).toEqual({
      minimumEvents: null,
    });
  });

  it('are read as they are configured', () => {
    expect(
      read({
        frequency: 'PT30S',
        parallel: 8,
        backfill: { days: 10 },
        step: { days: 1 },
        overlap: { minutes: 0 },
        budget: 1,
      }),
    ).toEqual({
      frequencyMs: 30_000,
      parallel: 8,
      backfillMs: 10 * DAY,
      stepMs: DAY,
      overlapMs: 0,
      budgetShare: 1,
    });
    expect(
      readEvaluationSettings(configOf({ slo: { minimumEvents: 25 } })),
    ).toEqual({ minimumEvents: 25 });
  });

  it('go back no further than buckets of five minutes are kept', () => {
    const kept = (keepDays: number | 'forever') =>
      read(
        { backfill: { days: 90 } },
        { retention: { 'slo-five-minutes': { keepDays } } },
      ).backfillMs;
    expect(kept(20)).toBe(18 * DAY);
    expect(kept('forever')).toBe(90 * DAY);
  });

  it.each([
    ['frequency', { seconds: 1 }],
    ['parallel', 0],
    ['parallel', 1.5],
    ['backfill', { days: 401 }],
    ['step', { minutes: 5 }],
    ['overlap', { days: 2 }],
    ['budget', 0],
    ['budget', 1.1],
  ])('refuse a %s of %j and name its key', (key, value) => {
    expect(() => read({ [key]: value })).toThrow(
      `opmodel.slo.measurement.${key}: expected`,
    );
  });

  it.each([0, 2.5, 1_000_001])('refuse a minimum of %s events', value => {
    expect(() =>
      readEvaluationSettings(configOf({ slo: { minimumEvents: value } })),
    ).toThrow('opmodel.slo.minimumEvents: expected');
  });
});
