import { flow2026Definition } from '@opmodel/backstage-plugin-opmodel-common';
import { toReopened } from './flowNumbers';
import type { CountedMetric, FlowCounts } from './FlowStore';

const counts = (numbers: { [metric in CountedMetric]?: number }): FlowCounts =>
  new Map(
    Object.entries(numbers).map(([metric, count]) => [
      metric as CountedMetric,
      new Map([[0, Number(count)]]),
    ]),
  );

describe('the share of items that were reopened', () => {
  it('is of those of which it can be known', () => {
    expect(
      toReopened(
        counts({ completed: 40, completed_with_states: 10, reopened: 3 }),
        counts({ completed: 30, completed_with_states: 20, reopened: 3 }),
        flow2026Definition,
      ),
    ).toMatchObject({
      state: 'ok',
      value: 0.3,
      numerator: 3,
      denominator: 10,
      n: 10,
      previous: { value: 0.15, numerator: 3, denominator: 20 },
      change: { direction: 'worse' },
    });
  });

  it('is unknown where no states are', () => {
    expect(
      toReopened(counts({ completed: 40 }), counts({}), flow2026Definition),
    ).toMatchObject({ state: 'no_data', value: null, n: 0, change: null });
  });
});
